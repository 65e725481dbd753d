import { defineFault } from '../../src/define-fault.ts';

export const secretOfOthersUsed = defineFault({
  id: 'MX84',
  capability: 'endpoint-secrets',
  layer: 'service',
  sentence: 'Anyone who knows the name of a secret can use it.',
  source: 'Ours: names are no secrets, and a stored key costs its owner money',
  reverts: 'that a secret is used by its owner',
  install({ services }) {
    const { valueFor } = services.secrets;
    services.secrets.valueFor = (urn, caller) => valueFor(urn, { ...caller, roles: ['admin'] });
  },
});
