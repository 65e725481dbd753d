import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX86',
  area: 'model-engine',
  sentence: 'A secret that was removed is still used.',
  source: 'Ours: whoever removes a key that leaked believes it gone',
  reverts: 'that a removal counts at once',
  install({ parts }) {
    const known = new Map<string, string>();
    const { valueFor } = parts.secrets;
    const { save } = parts.store.catalogSecrets;
    parts.store.catalogSecrets.save = (secret) => {
      known.set(secret.urn, secret.value);
      save(secret);
    };
    parts.secrets.valueFor = (urn, caller) => valueFor(urn, caller) ?? known.get(urn);
  },
};
