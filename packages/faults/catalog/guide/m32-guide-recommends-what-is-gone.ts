import { defineFault } from '../../src/define-fault.ts';

export const guideRecommendsWhatIsGone = defineFault({
  id: 'M32',
  capability: 'guide',
  layer: 'service',
  sentence: 'The guide recommends a file that the hub no longer has.',
  source: 'Kamiwaza documentation, novice-mode: the guide is refreshed when it is stale',
  reverts: 'that the guide is the one that belongs to what the hub has',
  install({ services }) {
    const { list } = services.guide;
    services.guide.list = async () =>
      (await list()).map((entry) => ({
        ...entry,
        variants: entry.variants.map((variant) => ({ ...variant, recommended_file: 'model-q4_0.gguf' })),
      }));
  },
});
