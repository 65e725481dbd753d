import { defineFault } from '../../src/define-fault.ts';

export const serviceOwnsItsPrograms = defineFault({
  id: 'F19',
  capability: 'permissions',
  layer: 'package',
  sentence: 'The service can rewrite its own programs.',
  source: 'opensearch-build PR #3898',
  caughtBy: { test: 'the service cannot change its own programs' },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nchown -R "$ACCOUNT" "$CODE"';
  },
});
