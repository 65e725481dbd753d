import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';
import { withoutQuery } from '../../inject/wire/without-query.ts';

export const listOfEveryModel = defineFault({
  id: 'MX6',
  capability: 'deployments',
  layer: 'wire',
  sentence: 'The deployments of one model are listed with those of all others.',
  source: 'A client that stops the deployments of one model would stop all',
  reverts: 'that a list is of the model it is asked for',
  install: () => onRequest(/ \/api\/serving\/deployments/, (request) => withoutQuery(request, 'model_id')),
});
