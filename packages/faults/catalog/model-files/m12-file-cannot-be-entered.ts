import { defineFault } from '../../src/define-fault.ts';

export const fileCannotBeEntered = defineFault({
  id: 'M12',
  capability: 'model-files',
  layer: 'service',
  sentence: 'To enter a file by hand is answered with 500.',
  source: 'SDK api_todo.md, TS11.002',
  reverts: 'that a file needs no model',
  install({ http }) {
    http.addHook('preHandler', async ({ method, routeOptions }) => {
      if (method === 'POST' && routeOptions.url === '/api/model_files/')
        throw new TypeError("Cannot read properties of null (reading 'model_id')");
    });
  },
});
