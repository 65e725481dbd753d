import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const unknownLogIsEmpty = defineFault({
  id: 'MW27',
  capability: 'deployment-failures',
  layer: 'wire',
  heldOut: true,
  sentence: 'The log of an unknown deployment is empty instead of missing.',
  source: 'Ours: a mistyped id looks like a quiet deployment',
  reverts: 'that the log of an unknown deployment is answered with 404',
  install: () =>
    onResponse(/^GET \/api\/serving\/deployment\/[^/]+\/logs$/, (response, { path }) => {
      const [, deployment_id] = /deployment\/([^/]+)\/logs/.exec(path) ?? [];
      return response.status === 404
        ? jsonResponse(200, { deployment_id, engine_type: 'llamacpp', logs: [], total_lines_seen: 0 })
        : response;
    }),
});
