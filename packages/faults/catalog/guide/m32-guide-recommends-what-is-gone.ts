import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M32',
  area: 'model-engine',
  sentence: 'The guide recommends a file that the hub no longer has.',
  source: 'Kamiwaza documentation, novice-mode: the guide is refreshed when it is stale',
  reverts: 'that the guide is the one that belongs to what the hub has',
  install({ parts }) {
    const { list } = parts.guide;
    parts.guide.list = async () =>
      (await list()).map((entry) => ({
        ...entry,
        variants: entry.variants.map((variant) => ({ ...variant, recommended_file: 'model-q4_0.gguf' })),
      }));
  },
};
