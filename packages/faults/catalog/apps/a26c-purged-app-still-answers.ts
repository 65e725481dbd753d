import { defineFault } from '../../src/define-fault.ts';

export const purgedAppStillAnswers = defineFault({
  id: 'A26c',
  capability: 'apps',
  layer: 'service',
  sentence: 'A purged app still answers at its address, although no list shows it.',
  source: 'Kamiwaza docs, App Garden: a purged app is gone',
  reverts: 'that purging an app ends it before it is forgotten',
  install({ services }) {
    services.apps.purge = (id) => services.store.apps.remove(id);
  },
});
