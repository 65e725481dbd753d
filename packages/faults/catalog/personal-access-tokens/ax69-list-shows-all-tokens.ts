import { defineFault } from '../../src/define-fault.ts';

export const listShowsAllTokens = defineFault({
  id: 'AX69',
  capability: 'personal-access-tokens',
  layer: 'service',
  sentence: 'An administrator’s list of tokens shows the tokens of all users.',
  source: 'Ours: a list for administrators, served in the place of one’s own',
  reverts: 'that the list of tokens shows one’s own only',
  install({ services }) {
    const { pats, users } = services.store;
    const { ownedBy } = pats;
    pats.ownedBy = (ownerId) =>
      users.byId(ownerId)?.roles.includes('admin')
        ? users.list().flatMap(({ id }) => ownedBy(id))
        : ownedBy(ownerId);
  },
});
