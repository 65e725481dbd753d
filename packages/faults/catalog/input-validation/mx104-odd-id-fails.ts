import { defineFault } from '../../src/define-fault.ts';
import { replaceStatus } from '../../inject/wire/replace-status.ts';

export const oddIdFails = defineFault({
  id: 'MX104',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'A malformed id makes the platform fail.',
  source: 'Bad input is never the fault of the server',
  reverts: 'that an id is read before it is looked for',
  install: () => replaceStatus(/ \/api\/serving\/deployment\//, 422, 500),
});
