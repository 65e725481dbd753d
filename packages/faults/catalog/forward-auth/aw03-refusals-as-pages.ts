import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withHeaders } from '../../inject/wire/with-headers.ts';

export const refusalsAsPages = defineFault({
  id: 'AW3',
  capability: 'forward-auth',
  layer: 'wire',
  heldOut: true,
  sentence: 'Refusals come as pages instead of JSON.',
  source: 'Reverse proxies with error pages of their own',
  reverts: 'that the API answers in JSON',
  install: () =>
    onResponse(/ \/api\//, (response) => {
      if (response.status !== 401 && response.status !== 403) return response;
      const body = Buffer.from(`<html><h1>${response.status}</h1></html>`);
      return { ...withHeaders(response, { 'content-type': 'text/html' }), body };
    }),
});
