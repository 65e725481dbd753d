import { defineFault } from '../../src/define-fault.ts';

export const workroomAppOpenToNonMembers = defineFault({
  id: 'AX27',
  capability: 'apps',
  layer: 'service',
  sentence: 'Anyone who knows the address of an app in a workroom can use it without being a member.',
  source: 'SDK tests/e2e/extension_contract: 403 at the boundary of a workroom',
  reverts: 'that an app of a workroom is for its members',
  install({ services }) {
    services.apps.mayOpen = () => true;
  },
});
