import { defineFault } from '../../src/define-fault.ts';
import { onRequest } from '../../inject/wire/on-request.ts';

export const brokenTextGuessed = defineFault({
  id: 'MX102',
  capability: 'input-validation',
  layer: 'wire',
  sentence: 'Text that is not valid UTF-8 is answered as if it were some other text.',
  source: 'Ours: a client that sends broken text never learns of it',
  reverts: 'that a question is UTF-8',
  install: () =>
    onRequest(/ \/runtime\/models\//, (request) => ({
      ...request,
      body: Buffer.from(request.body.toString('utf8')),
    })),
});
