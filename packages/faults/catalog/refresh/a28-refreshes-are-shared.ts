import type { TokenAnswer } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const refreshesAreShared = defineFault({
  id: 'A28',
  capability: 'refresh',
  layer: 'service',
  sentence: 'Users who refresh at the same moment get the tokens of the first of them.',
  source: 'SDK kamiwaza-ai-extensions-lib/src/server/token-refresh.ts',
  reverts: 'that a refresh in progress is not shared',
  install({ services }) {
    const { requestTokens } = services.realm;
    let inProgress: Promise<TokenAnswer> | undefined;
    services.realm.requestTokens = (parameters) => {
      if (parameters.grant_type !== 'refresh_token') return requestTokens(parameters);
      inProgress ??= requestTokens(parameters).finally(() => (inProgress = undefined));
      return inProgress;
    };
  },
});
