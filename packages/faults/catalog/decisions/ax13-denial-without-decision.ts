import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const denialWithoutDecision = defineFault({
  id: 'AX13',
  capability: 'decisions',
  layer: 'wire',
  sentence: 'A denial does not say which decision it rests on.',
  source: 'Without its id a denial cannot be found in the record of decisions',
  reverts: 'that a denial carries the id of its decision',
  install: () => onResponse(/./, (response) => withHeaders(response, { 'x-decision-id': undefined })),
});
