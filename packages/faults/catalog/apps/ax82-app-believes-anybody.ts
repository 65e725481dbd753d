import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX82',
  area: 'authnz',
  sentence: 'An app believes the identity headers of whoever reaches it, signed or not.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide: forward_auth_signature_invalid',
  reverts: 'that an app verifies the signature of the gateway',
  install({ parts }) {
    parts.apps.believes = () => true;
  },
};
