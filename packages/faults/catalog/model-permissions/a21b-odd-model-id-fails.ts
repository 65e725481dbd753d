import { defineFault } from '../../src/define-fault.ts';

export const oddModelIdFails = defineFault({
  id: 'A21b',
  capability: 'model-permissions',
  layer: 'service',
  sentence: 'An id of a model that cannot be one is answered with 500.',
  source: 'SDK tests/integration/test_models_extended_live.py',
  reverts: 'that ids are checked before the database is asked',
  install({ http }) {
    http.addHook('preHandler', async ({ params }) => {
      const { model_id } = (params ?? {}) as { model_id?: string };
      if (model_id !== undefined && !/^[\da-f-]{36}$/i.test(model_id))
        throw new TypeError('badly formed hexadecimal UUID string');
    });
  },
});
