import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withoutQuery } from '../../inject/wire/without-query.ts';

export const listOfEveryCapability = defineFault({
  id: 'MX7',
  capability: 'deployments',
  layer: 'wire',
  sentence: 'Deployments for embedding are listed with those for chat.',
  source: 'Clients choose a model by what it can do',
  reverts: 'that a list is of the capability it is asked for',
  install: () => onRequest(/ \/api\/serving\/deployments/, (request) => withoutQuery(request, 'capability')),
});
