import { defineFault } from '../../src/define-fault.ts';
import { completions } from '../../inject/wire/completions.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const newerLimitUnknown = defineFault({
  id: 'MW19',
  capability: 'inference',
  layer: 'wire',
  heldOut: true,
  sentence: 'The limit is ignored when it is called max_completion_tokens, its newer name.',
  source: 'OpenAI protocol: max_tokens is deprecated',
  reverts: 'that both names of the limit are known',
  install: () =>
    onRequest(completions, (request) =>
      withJson(
        request,
        ({ max_completion_tokens: _, ...question }: { max_completion_tokens?: number }) => question,
      ),
    ),
});
