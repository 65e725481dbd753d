import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX29',
  area: 'model-engine',
  sentence: 'A viewer fetches models, and gives the downloads of others up.',
  source: 'Kamiwaza documentation, security/admin-guide.md: writes are for users and administrators',
  reverts: 'that a viewer only looks',
  install({ parts }) {
    letThrough(
      parts,
      ({ path, roles }) =>
        roles.includes('viewer') &&
        /^\/api\/(models\/download|model_files\/.*(download|cancel_all))/.test(path),
    );
  },
};
