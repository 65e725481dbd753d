import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const viewersDelete = defineFault({
  id: 'M30c',
  capability: 'serving-permissions',
  layer: 'service',
  sentence: 'A viewer deletes deployments.',
  source: 'Capability documentation',
  reverts: 'that only administrators delete deployments',
  install({ services }) {
    letThrough(
      services,
      ({ method, path, roles }) =>
        method === 'DELETE' && /^\/api\/serving\/.+\/delete$/.test(path) && roles.includes('viewer'),
    );
  },
});
