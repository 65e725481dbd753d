import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const usersRemoveFiles = defineFault({
  id: 'MX31',
  capability: 'model-files',
  layer: 'service',
  sentence: 'Every user registers and removes files.',
  source: 'OpenAPI document, delete_model_file: it takes the right to manage the model',
  reverts: 'that a file has an owner',
  install({ services, http }) {
    letThrough(services, ({ path, roles }) => roles.length > 0 && path.startsWith('/api/model_files'));
    const { byId } = services.store.modelFiles;
    http.addHook('preHandler', async ({ method, identity }) => {
      services.store.modelFiles.byId = (id) => {
        const file = byId(id);
        return method === 'DELETE' && file && identity ? { ...file, ownerId: identity.sub } : file;
      };
    });
  },
});
