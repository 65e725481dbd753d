import { changeEngineAnswers } from '../../inject/change-engine-answers.ts';
import { defineFault } from '../../src/define-fault.ts';
import { withVectors } from '../../inject/vectors-in.ts';

export const firstNumberLost = defineFault({
  id: 'MX54',
  capability: 'embeddings',
  layer: 'service',
  sentence: 'The first number of a vector is lost.',
  source: 'Ours: searches that compare by products prefer some texts to all others',
  reverts: 'that vectors have the length 1',
  install(platform) {
    changeEngineAnswers(platform, '/embeddings', (answer) =>
      withVectors(answer, (vector) => vector.map((number, place) => (place === 0 ? 0 : number))),
    );
  },
});
