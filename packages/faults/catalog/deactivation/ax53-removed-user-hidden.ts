import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX53',
  area: 'authnz',
  sentence: 'A removed user is only deactivated: still listed, and the name still taken.',
  source: 'A removal that can be undone by whoever knows the id',
  reverts: 'that a removed user is gone',
  install({ parts }) {
    const { update } = parts.store.users;
    parts.store.users.remove = (id) => void update(id, { active: false });
  },
};
