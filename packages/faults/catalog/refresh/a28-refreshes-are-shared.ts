import type { TokenAnswer } from '../provider/token-request.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A28',
  area: 'authnz',
  sentence: 'Users who refresh at the same moment get the tokens of whoever came first.',
  source: 'SDK kamiwaza-ai-extensions-lib/src/server/token-refresh.ts',
  reverts: 'that a refresh under way is shared with nobody else',
  install({ parts }) {
    const { requestTokens } = parts;
    let underWay: Promise<TokenAnswer> | undefined;
    parts.requestTokens = (parameters) => {
      if (parameters.grant_type !== 'refresh_token') return requestTokens(parameters);
      underWay ??= requestTokens(parameters).finally(() => (underWay = undefined));
      return underWay;
    };
  },
};
