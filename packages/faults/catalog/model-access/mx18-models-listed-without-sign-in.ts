import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const modelsListedWithoutSignIn = defineFault({
  id: 'MX18',
  capability: 'model-access',
  layer: 'service',
  sentence: 'The list of models of a deployment is open to callers who are not signed in.',
  source: 'The second entry point to the same model',
  reverts: 'that a bearer is needed for every route of a deployment',
  install({ services }) {
    letThrough(services, ({ method, path }) => method === 'GET' && path.startsWith('/runtime/models/'));
  },
});
