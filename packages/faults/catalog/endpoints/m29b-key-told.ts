import { DiscoveryFailure } from '../endpoints/discovery.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M29b',
  area: 'model-engine',
  sentence: 'A discovery that fails tells the key.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that nothing of the credentials is in the answer',
  install({ parts }) {
    const { discover } = parts.endpoints;
    parts.endpoints.discover = async (request) => {
      try {
        return await discover(request);
      } catch (error) {
        if (!(error instanceof DiscoveryFailure)) throw error;
        throw new DiscoveryFailure(
          error.error,
          `${error.message} (${JSON.stringify(request)})`,
          error.status,
        );
      }
    };
  },
};
