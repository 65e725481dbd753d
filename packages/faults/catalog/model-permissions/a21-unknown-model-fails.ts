import { defineFault } from '../../src/define-fault.ts';

export const unknownModelFails = defineFault({
  id: 'A21',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'A request for an unknown model is answered with 500.',
  source: 'SDK tests/integration/test_models_extended_live.py',
  reverts: 'that what is missing is looked for before it is read',
  install({ services, http }) {
    http.addHook('preHandler', async ({ method, params }) => {
      const { model_id } = (params ?? {}) as { model_id?: string };
      if (method === 'GET' && model_id !== undefined && !services.store.models.byId(model_id))
        throw new TypeError("Cannot read properties of null (reading 'm_files')");
    });
  },
});
