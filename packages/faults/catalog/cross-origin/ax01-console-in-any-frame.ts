import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const consoleInAnyFrame = defineFault({
  id: 'AX1',
  capability: 'cross-origin',
  layer: 'wire',
  sentence: 'Any site may show the console in a frame and lay its own buttons over it.',
  source: 'Ours: a header that a new reverse proxy or static file server forgets, unseen until it is used',
  reverts: 'that pages forbid being framed',
  install: () =>
    onResponse(/./, (response) =>
      withHeaders(response, {
        'x-frame-options': undefined,
        'content-security-policy': withoutAncestors(response.headers['content-security-policy']),
      }),
    ),
});

const withoutAncestors = (policy: unknown) =>
  typeof policy === 'string' ? policy.replace(/;?\s*frame-ancestors[^;]*/, '') : undefined;
