import { defineFault } from '../../src/define-fault.ts';

export const wrongClientSecret = defineFault({
  id: 'A13b',
  capability: 'sign-in',
  layer: 'service',
  sentence:
    'The platform sends the realm a wrong client secret with the code, so sign-in by browser always fails.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide',
  reverts: 'that the platform and its realm agree on the secret',
  install({ services }) {
    const { requestTokens } = services.realm;
    services.realm.requestTokens = (parameters) =>
      requestTokens(
        parameters.grant_type === 'authorization_code'
          ? { ...parameters, client_secret: 'that of another installation' }
          : parameters,
      );
  },
});
