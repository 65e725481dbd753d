import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const oneRuleTooWide = defineFault({
  id: 'AX58',
  capability: 'roles',
  layer: 'service',
  sentence: 'A user reads the log of the platform.',
  source: 'A single rule of the policy that names one role too many',
  reverts: 'that the log is for administrators',
  install({ services }) {
    letThrough(services, ({ path, roles }) => path.startsWith('/api/logger/') && roles.includes('user'));
  },
});
