import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const usersChangeTheGuide = defineFault({
  id: 'MX36',
  capability: 'guide',
  layer: 'service',
  sentence: 'Every user who is not a viewer may change the guide.',
  source: 'OpenAPI document: guide/import and guide/refresh are for administrators',
  reverts: 'that every user is offered what administrators chose',
  install({ services }) {
    letThrough(services, ({ path, roles }) => path.startsWith('/api/guide/') && roles.includes('user'));
  },
});
