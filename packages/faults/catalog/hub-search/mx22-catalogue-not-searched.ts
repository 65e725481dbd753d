import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const catalogueNotSearched = defineFault({
  id: 'MX22',
  capability: 'hub-search',
  layer: 'wire',
  sentence: 'A search does not find models of the catalogue.',
  source: 'Ours: models that were entered by hand are on no hub',
  reverts: 'that the catalogue is searched beside the hub',
  install: () =>
    onResponse(/ \/api\/models\/search/, (response) =>
      withJson(response, ({ results = [], ...rest }: { results?: { id: unknown }[] }) => ({
        ...rest,
        results: results.filter(({ id }) => id === null),
      })),
    ),
});
