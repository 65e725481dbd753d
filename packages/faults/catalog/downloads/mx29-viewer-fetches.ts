import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const viewerFetches = defineFault({
  id: 'MX29',
  capability: 'downloads',
  layer: 'service',
  sentence: 'A viewer downloads models, and cancels the downloads of others.',
  source: 'Kamiwaza documentation, security/admin-guide.md: writes are for users and administrators',
  reverts: 'that a viewer only looks',
  install({ services }) {
    letThrough(
      services,
      ({ path, roles }) =>
        roles.includes('viewer') &&
        /^\/api\/(models\/download|model_files\/.*(download|cancel_all))/.test(path),
    );
  },
});
