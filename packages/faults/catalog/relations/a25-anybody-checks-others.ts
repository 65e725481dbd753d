import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A25',
  area: 'authnz',
  sentence: 'Anybody may find out how anybody else stands to a thing.',
  source: 'SDK docs: who is no administrator checks only themselves',
  reverts: 'that nobody but an administrator checks others',
  install({ parts }) {
    parts.relations.mayCheck = () => true;
  },
};
