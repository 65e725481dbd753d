import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX84',
  area: 'model-engine',
  sentence: 'Whoever knows the name of a secret uses it.',
  source: 'Ours: names are no secrets, and a stored key costs its owner money',
  reverts: 'that a secret is used by its owner',
  install({ parts }) {
    const { valueFor } = parts.secrets;
    parts.secrets.valueFor = (urn, caller) => valueFor(urn, { ...caller, roles: ['admin'] });
  },
};
