import { defineFault } from '../../src/define-fault.ts';
import { replaceStatus } from '../../inject/wire/replace-status.ts';

export const unknownEngineFails = defineFault({
  id: 'M11b',
  capability: 'deployment-failures',
  layer: 'wire',
  sentence: 'The logs of an unknown engine are answered with 500.',
  source: 'SDK tests/integration/test_serving_endpoints_live.py',
  reverts: 'that an unknown engine is refused',
  install: () => replaceStatus(/\/serving\/logs\//, 422, 500),
});
