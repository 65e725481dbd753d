import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const denialAnsweredWith200 = defineFault({
  id: 'A25c',
  capability: 'decisions',
  layer: 'wire',
  sentence: 'A denied check is answered with 200, and clients that go by the status take it for permission.',
  source: 'OpenAPI document 1.2.0 and SDK docs: a denial is a 403',
  reverts: 'that a denial is a refusal',
  install: () =>
    onResponse(/ \/api\/auth\/check/, (response) => {
      const { status, headers } = response;
      const decision_id = headers['x-decision-id'];
      return status === 403 && decision_id !== undefined
        ? jsonResponse(200, { allow: false, decision_id, reason: 'relation does not hold' }, headers)
        : response;
    }),
});
