import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const contextNotShown = defineFault({
  id: 'MX16d',
  capability: 'inference',
  layer: 'wire',
  sentence: 'A deployment does not say how long a prompt may be.',
  source: 'Ours: clients that cannot ask cut prompts at a guess',
  reverts: 'that a deployment tells its context window',
  install: () =>
    onResponse(/ \/api\//, (response) =>
      withJson(response, (answer: object) =>
        'context_window' in answer ? { ...answer, context_window: null } : answer,
      ),
    ),
});
