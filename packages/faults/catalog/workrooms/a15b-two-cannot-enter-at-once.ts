import { setTimeout } from 'node:timers/promises';
import { defineFault } from '../../src/define-fault.ts';
import { isRequest } from '../../inject/wire/is-request.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';

export const twoCannotEnterAtOnce = defineFault({
  id: 'A15b',
  capability: 'workrooms',
  layer: 'wire',
  sentence:
    'Of several users who enter workrooms at the same moment only one succeeds, the others get a 500.',
  source: 'uat-bot load-test-report-0.13.1.md, findings 5 and 11',
  reverts: 'that entering a workroom has nothing to do with who else is entering one',
  install() {
    let isEntering = false;
    return async (request, next) => {
      if (!isRequest(request, /^POST .+\/enter$/)) return next(request);
      if (isEntering) return jsonResponse(500, { detail: 'Internal Server Error' });
      isEntering = true;
      await setTimeout(100);
      isEntering = false;
      return next(request);
    };
  },
});
