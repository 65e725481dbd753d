import { DiscoveryFailure } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const errorsAllAlike = defineFault({
  id: 'M29c',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'Every failure of an endpoint is reported as upstream_error.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that people learn what to mend',
  install({ services }) {
    const { discover } = services.endpoints;
    services.endpoints.discover = async (request) => {
      try {
        return await discover(request);
      } catch (error) {
        if (!(error instanceof DiscoveryFailure)) throw error;
        throw new DiscoveryFailure('upstream_error', error.message);
      }
    };
  },
});
