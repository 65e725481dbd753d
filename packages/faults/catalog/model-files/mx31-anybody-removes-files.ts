import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'MX31',
  area: 'model-engine',
  sentence: 'Anybody enters and removes files.',
  source: 'OpenAPI document, delete_model_file: it takes the right to manage the model',
  reverts: 'that a file belongs to somebody',
  install({ parts, app }) {
    letThrough(parts, ({ path, roles }) => roles.length > 0 && path.startsWith('/api/model_files'));
    const { byId } = parts.store.modelFiles;
    app.addHook('preHandler', async ({ method, identity }) => {
      parts.store.modelFiles.byId = (id) => {
        const file = byId(id);
        return method === 'DELETE' && file && identity ? { ...file, ownerId: identity.sub } : file;
      };
    });
  },
};
