import { defineFault } from '../../src/define-fault.ts';

export const removedUserHidden = defineFault({
  id: 'AX53',
  capability: 'deactivation',
  layer: 'service',
  sentence: 'A removed user is only deactivated: still listed, and the name still taken.',
  source: 'A removal that can be undone by anyone who knows the id',
  reverts: 'that a removed user is gone',
  install({ services }) {
    const { update } = services.store.users;
    services.store.users.remove = (id) => void update(id, { active: false });
  },
});
