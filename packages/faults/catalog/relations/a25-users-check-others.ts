import { defineFault } from '../../src/define-fault.ts';

export const usersCheckOthers = defineFault({
  id: 'A25',
  capability: 'relations',
  layer: 'service',
  sentence: 'Any user may find out how another user is related to an object.',
  source: 'SDK docs: who is no administrator checks only themselves',
  reverts: 'that only an administrator checks others',
  install({ services }) {
    services.relations.mayCheck = () => true;
  },
});
