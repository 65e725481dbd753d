import { defineFault } from '../../src/define-fault.ts';
import { replaceStatus } from '../../inject/wire/replace-status.ts';

export const unknownModelFails = defineFault({
  id: 'MX8',
  capability: 'deployments',
  layer: 'wire',
  sentence: 'Deploying an unknown model is answered with 500.',
  source: 'ENG-6533: a 5xx is taken for a host that cannot serve',
  reverts: 'that an unknown model is refused',
  install: () => replaceStatus(/\/serving\/deploy_model$/, 404, 500),
});
