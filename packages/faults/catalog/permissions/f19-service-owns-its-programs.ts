import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F19',
  class: 'permissions',
  sentence: 'The service can rewrite its own programs.',
  source: 'opensearch-build PR #3898',
  check: 'the service cannot change its own programs',
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\nchown -R "$ACCOUNT" "$CODE"';
  },
};
