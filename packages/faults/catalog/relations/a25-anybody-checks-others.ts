import { defineFault } from '../../src/define-fault.ts';

export const anybodyChecksOthers = defineFault({
  id: 'A25',
  capability: 'relations',
  layer: 'service',
  sentence: 'Anybody may find out how anybody else stands to a thing.',
  source: 'SDK docs: who is no administrator checks only themselves',
  reverts: 'that nobody but an administrator checks others',
  install({ services }) {
    services.relations.mayCheck = () => true;
  },
});
