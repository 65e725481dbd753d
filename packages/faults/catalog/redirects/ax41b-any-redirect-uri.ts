import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX41b',
  area: 'authnz',
  sentence: 'The realm sends codes to any address that asks for one.',
  source: 'A wildcard among the valid redirect URIs is the commonest mistake in a realm',
  reverts: 'that the realm sends codes to registered addresses only',
  install({ parts }) {
    const { realm } = parts;
    parts.realm = async () => {
      const provider = await realm();
      provider.Client.prototype.redirectUriAllowed = () => true;
      return provider;
    };
  },
};
