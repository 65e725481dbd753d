import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A13b',
  area: 'authnz',
  sentence:
    'The platform shows the realm a wrong client secret when it comes with a code, and nobody gets in by browser.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide',
  reverts: 'that the platform and its realm agree on the secret',
  install({ parts }) {
    const { requestTokens } = parts;
    parts.requestTokens = (parameters) =>
      requestTokens(
        parameters.grant_type === 'authorization_code'
          ? { ...parameters, client_secret: 'that of another installation' }
          : parameters,
      );
  },
};
