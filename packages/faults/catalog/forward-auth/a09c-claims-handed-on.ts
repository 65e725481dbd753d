import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';

export const claimsHandedOn = defineFault({
  id: 'A9c',
  capability: 'forward-auth',
  layer: 'wire',
  sentence: 'ForwardAuth passes on what the caller claims about workroom and clearance.',
  source: 'A gateway that strips only the headers that it sets itself',
  reverts: 'that identity headers without a source are emptied',
  install: () =>
    onResponse(/ \/api\/auth\/(forward\/)?validate/, (response, { headers: claims }) => {
      const claimed = Object.entries(claims).filter(([name]) => response.headers[name] === '');
      return response.status === 200
        ? { ...response, headers: { ...response.headers, ...Object.fromEntries(claimed) } }
        : response;
    }),
});
