import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX27',
  area: 'authnz',
  sentence: 'Whoever knows the address of an app in a workroom can use it without being a member.',
  source: 'SDK tests/e2e/extension_contract: 403 at the boundary of a workroom',
  reverts: 'that an app of a workroom is for its members',
  install({ parts }) {
    parts.apps.mayOpen = () => true;
  },
};
