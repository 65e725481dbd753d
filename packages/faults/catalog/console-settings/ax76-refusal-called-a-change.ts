import { defineFault } from '../../src/define-fault.ts';
import { jsonResponse } from '../../inject/wire/json-response.ts';
import { isByPage } from '../../inject/wire/on-form.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const refusalCalledAChange = defineFault({
  id: 'AX76',
  capability: 'console-settings',
  layer: 'wire',
  sentence: 'The console says that the password is changed although it was refused.',
  source: 'Ours: a form that says it is done when there is an answer',
  reverts: 'that a refusal is shown as one',
  install: () =>
    onResponse(/ \/api\/auth\/users\/me\/password$/, (response, request) =>
      isByPage(request) && response.status === 400
        ? jsonResponse(200, { changed: true }, response.headers)
        : response,
    ),
});
