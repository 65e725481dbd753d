import type { TokenAnswer } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const refreshesAreShared = defineFault({
  id: 'A28',
  capability: 'refresh',
  layer: 'service',
  sentence: 'Users who refresh at the same moment get the tokens of whoever came first.',
  source: 'SDK kamiwaza-ai-extensions-lib/src/server/token-refresh.ts',
  reverts: 'that a refresh under way is shared with nobody else',
  install({ services }) {
    const { requestTokens } = services.realm;
    let underWay: Promise<TokenAnswer> | undefined;
    services.realm.requestTokens = (parameters) => {
      if (parameters.grant_type !== 'refresh_token') return requestTokens(parameters);
      underWay ??= requestTokens(parameters).finally(() => (underWay = undefined));
      return underWay;
    };
  },
});
