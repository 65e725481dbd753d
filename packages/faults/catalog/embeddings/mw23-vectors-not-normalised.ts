import { defineFault } from '../../src/define-fault.ts';
import { onResponse } from '../../inject/wire/on-response.ts';
import { withVectors } from '../../inject/wire/vectors-in.ts';
import { withJson } from '../../inject/wire/with-json.ts';

export const vectorsNotNormalised = defineFault({
  id: 'MW23',
  capability: 'embeddings',
  layer: 'wire',
  heldOut: true,
  sentence: 'Vectors have another length than 1.',
  source: 'Ours: dot products stand in for cosines',
  reverts: 'that a vector has length 1',
  install: () =>
    onResponse(/^POST \/.+\/v1\/embeddings$/, (response) =>
      response.status === 200
        ? withJson(response, (answer: Record<string, unknown>) =>
            withVectors(answer, (vector) => vector.map((number) => 2 * number)),
          )
        : response,
    ),
});
