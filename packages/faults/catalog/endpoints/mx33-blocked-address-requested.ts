import { defineFault } from '../../src/define-fault.ts';

export const blockedAddressRequested = defineFault({
  id: 'MX33',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'The discovery requests any address, including those of the machine itself and of its cloud.',
  source: 'Ours: by it a signed-in user reads what only the machine may',
  reverts: 'that some addresses are never requested',
  install({ services }) {
    services.endpoints.isBlocked = () => false;
  },
});
