import { DiscoveryFailure } from '../endpoints/discovery.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M29c',
  area: 'model-engine',
  sentence: 'Every failure of an endpoint is told of as upstream_error.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that people learn what to mend',
  install({ parts }) {
    const { discover } = parts.endpoints;
    parts.endpoints.discover = async (request) => {
      try {
        return await discover(request);
      } catch (error) {
        if (!(error instanceof DiscoveryFailure)) throw error;
        throw new DiscoveryFailure('upstream_error', error.message);
      }
    };
  },
};
