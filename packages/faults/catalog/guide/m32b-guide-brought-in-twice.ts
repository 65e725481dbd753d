import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M32b',
  area: 'model-engine',
  sentence: 'To bring in the guide again lists each model twice.',
  source: 'OpenAPI document, guide/import: replace is what removes the old entries',
  reverts: 'that a model of the guide is there once',
  install({ parts }) {
    const { list } = parts.guide;
    const { bringIn } = parts.guide;
    let imports = 0;
    parts.guide.bringIn = async (options) => {
      imports += 1;
      return bringIn(options);
    };
    parts.guide.list = async () => {
      const entries = await list();
      return Array.from({ length: Math.max(1, imports) }, () => entries).flat();
    };
  },
};
