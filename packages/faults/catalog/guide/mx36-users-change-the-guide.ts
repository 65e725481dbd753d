import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const usersChangeTheGuide = defineFault({
  id: 'MX36',
  capability: 'guide',
  layer: 'service',
  sentence: 'Anybody who is no viewer changes the guide.',
  source: 'OpenAPI document: guide/import and guide/refresh are for administrators',
  reverts: 'that everybody is proposed what administrators chose',
  install({ services }) {
    letThrough(services, ({ path, roles }) => path.startsWith('/api/guide/') && roles.includes('user'));
  },
});
