import { defineFault } from '../../src/define-fault.ts';

export const unsignedIdentity = defineFault({
  id: 'A10',
  capability: 'forward-auth',
  layer: 'service',
  sentence: 'The gateway names the caller without signing it.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide: forward_auth_signature_invalid',
  reverts: 'that identity headers carry a signature',
  install({ services }) {
    const { identityHeaders } = services.gateway;
    services.gateway.identityHeaders = (identity, requestId) => {
      const { 'x-user-signature': _, ...unsigned } = identityHeaders(identity, requestId);
      return unsigned;
    };
  },
});
