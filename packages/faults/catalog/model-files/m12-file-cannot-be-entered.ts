import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M12',
  area: 'model-engine',
  sentence: 'To enter a file by hand is answered with 500.',
  source: 'SDK api_todo.md, TS11.002',
  reverts: 'that a file needs no model',
  install({ app }) {
    app.addHook('preHandler', async ({ method, routeOptions }) => {
      if (method === 'POST' && routeOptions.url === '/api/model_files/')
        throw new TypeError("Cannot read properties of null (reading 'model_id')");
    });
  },
};
