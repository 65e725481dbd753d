import { defineFault } from '../../src/define-fault.ts';

export const appTrustsEveryCaller = defineFault({
  id: 'AX82',
  capability: 'apps',
  layer: 'service',
  sentence: 'An app believes the identity headers of every caller, signed or not.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide: forward_auth_signature_invalid',
  reverts: 'that an app verifies the signature of the gateway',
  install({ services }) {
    services.apps.trusts = () => true;
  },
});
