import { defineFault } from '../../src/define-fault.ts';

export const removedSecretUsed = defineFault({
  id: 'MX86',
  capability: 'endpoint-secrets',
  layer: 'service',
  sentence: 'A removed secret is still used.',
  source: 'Ours: an owner who removes a leaked key believes it gone',
  reverts: 'that a removal counts at once',
  install({ services }) {
    const known = new Map<string, string>();
    const { valueFor } = services.secrets;
    const { save } = services.store.catalogSecrets;
    services.store.catalogSecrets.save = (secret) => {
      known.set(secret.urn, secret.value);
      save(secret);
    };
    services.secrets.valueFor = (urn, caller) => valueFor(urn, caller) ?? known.get(urn);
  },
});
