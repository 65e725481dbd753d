import { defineFault } from '../../src/define-fault.ts';

export const signatureWithoutRoles = defineFault({
  id: 'AX81',
  capability: 'apps',
  layer: 'service',
  sentence:
    'The signature of an identity leaves out the roles, so a user behind the gateway can make themselves an administrator.',
  source: 'Ours: a header that is added later and not signed; gateway and apps go on agreeing',
  reverts: 'that the signature covers all that the gateway says of a caller',
  install({ services }) {
    const { identitySignature } = services.gateway;
    services.gateway.identitySignature = ({ 'x-user-roles': _, ...headers }, secret) =>
      identitySignature(headers, secret);
  },
});
