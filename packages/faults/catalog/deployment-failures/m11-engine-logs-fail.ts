import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const engineLogsFail = defineFault({
  id: 'M11',
  capability: 'deployment-failures',
  layer: 'wire',
  sentence: 'The logs of an engine are answered with 500.',
  source: 'SDK tests/integration/test_serving_endpoints_live.py',
  reverts: 'that the logs of an engine can be read',
  install: () => onResponse(/\/serving\/logs\//, (response) => ({ ...response, status: 500 })),
});
