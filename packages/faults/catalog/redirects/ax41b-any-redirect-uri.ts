import { defineFault } from '../../src/define-fault.ts';

export const anyRedirectUri = defineFault({
  id: 'AX41b',
  capability: 'redirects',
  layer: 'service',
  sentence: 'The realm sends codes to any address that asks for one.',
  source: 'A wildcard among the valid redirect URIs is the commonest mistake in a realm',
  reverts: 'that the realm sends codes to registered addresses only',
  install({ services }) {
    const { provider: realm } = services.realm;
    services.realm.provider = async () => {
      const provider = await realm();
      provider.Client.prototype.redirectUriAllowed = () => true;
      return provider;
    };
  },
});
