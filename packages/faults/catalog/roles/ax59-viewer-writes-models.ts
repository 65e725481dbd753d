import { defineFault } from '../../src/define-fault.ts';
import { letThrough } from '../../inject/service/let-through.ts';

export const viewerWritesModels = defineFault({
  id: 'AX59',
  capability: 'roles',
  layer: 'service',
  sentence: 'A viewer may remove models.',
  source: 'Kamiwaza documentation, security/admin-guide.md: writes are for users and administrators',
  reverts: 'that a viewer only looks',
  install({ services }) {
    letThrough(
      services,
      ({ method, path, roles }) =>
        method === 'DELETE' && path.startsWith('/api/models/') && roles.includes('viewer'),
    );
  },
});
