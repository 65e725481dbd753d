import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX81',
  area: 'authnz',
  sentence:
    'The signature of an identity leaves out the roles, so a user behind the gateway makes an administrator of themselves.',
  source: 'Ours: a header that is added later and not signed; gateway and apps go on agreeing',
  reverts: 'that the signature covers all that the gateway says of a caller',
  install({ parts }) {
    const { identitySignature } = parts;
    parts.identitySignature = ({ 'x-user-roles': _, ...headers }, secret) =>
      identitySignature(headers, secret);
  },
};
