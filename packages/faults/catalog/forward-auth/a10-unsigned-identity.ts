import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A10',
  area: 'authnz',
  sentence: 'The gateway names the caller without signing it.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide: forward_auth_signature_invalid',
  reverts: 'that identity headers carry a signature',
  install({ parts }) {
    const { identityHeaders } = parts;
    parts.identityHeaders = (identity, requestId) => {
      const { 'x-user-signature': _, ...unsigned } = identityHeaders(identity, requestId);
      return unsigned;
    };
  },
};
