import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A26c',
  area: 'authnz',
  sentence: 'An app that was purged still answers at its address, although no list shows it.',
  source: 'Kamiwaza docs, App Garden: a purged app is gone',
  reverts: 'that purging an app ends it before it is forgotten',
  install({ parts }) {
    parts.apps.purge = (id) => parts.store.apps.remove(id);
  },
};
