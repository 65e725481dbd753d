import { defineFault } from '../../src/define-fault.ts';

export const blockedAddressAsked = defineFault({
  id: 'MX33',
  capability: 'endpoints',
  layer: 'service',
  sentence: 'The discovery asks any address, those of the machine itself and of its cloud too.',
  source: 'Ours: by it a signed-in user reads what only the machine may',
  reverts: 'that some addresses are nobody to ask',
  install({ services }) {
    services.endpoints.isBlocked = () => false;
  },
});
