import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const usersStop = defineFault({
  id: 'M30b',
  capability: 'serving-permissions',
  layer: 'service',
  sentence: 'A user stops deployments.',
  source: 'Capability documentation',
  reverts: 'that only administrators stop what is deployed',
  install({ services }) {
    letThrough(
      services,
      ({ method, path, roles }) =>
        method === 'DELETE' && /^\/api\/serving\/deployment\/[^/]+$/.test(path) && roles.includes('user'),
    );
  },
});
