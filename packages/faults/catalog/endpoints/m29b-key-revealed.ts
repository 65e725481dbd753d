import { DiscoveryFailure } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const keyRevealed = defineFault({
  id: 'M29b',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'A failed discovery reveals the key.',
  source:
    'Capability record models.external-endpoints: redirects are refused, secrets never echoed, errors typed',
  reverts: 'that nothing of the credentials is in the answer',
  install({ services }) {
    const { discover } = services.endpoints;
    services.endpoints.discover = async (request) => {
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
});
