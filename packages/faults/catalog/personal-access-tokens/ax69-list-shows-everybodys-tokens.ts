import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX69',
  area: 'authnz',
  sentence: 'An administrator’s list of tokens shows everybody’s.',
  source: 'Ours: a list for administrators, served in the place of one’s own',
  reverts: 'that the list of tokens shows one’s own only',
  install({ parts }) {
    const { pats, users } = parts.store;
    const { ownedBy } = pats;
    pats.ownedBy = (ownerId) =>
      users.byId(ownerId)?.roles.includes('admin')
        ? users.list().flatMap(({ id }) => ownedBy(id))
        : ownedBy(ownerId);
  },
};
