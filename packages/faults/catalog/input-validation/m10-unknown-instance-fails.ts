import { defineFault } from '../../src/define-fault.ts';
import { replaceStatus } from '../../inject/wire/replace-status.ts';

export const unknownInstanceFails = defineFault({
  id: 'M10',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'A request for an unknown instance is answered with 500.',
  source: 'SDK tests/integration/test_serving_endpoints_live.py',
  reverts: 'that an instance that is missing is a 404',
  install: () => replaceStatus(/\/serving\/model_instance\//, 404, 500),
});
