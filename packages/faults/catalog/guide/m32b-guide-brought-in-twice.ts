import { defineFault } from '../../src/define-fault.ts';

export const guideBroughtInTwice = defineFault({
  id: 'M32b',
  capability: 'guide',
  layer: 'service',
  sentence: 'Importing the guide again lists each model twice.',
  source: 'OpenAPI document, guide/import: replace is what removes the old entries',
  reverts: 'that a model of the guide is there once',
  install({ services }) {
    const { list } = services.guide;
    const { import: bringIn } = services.guide;
    let imports = 0;
    services.guide.import = async (options) => {
      imports += 1;
      return bringIn(options);
    };
    services.guide.list = async () => {
      const entries = await list();
      return Array.from({ length: Math.max(1, imports) }, () => entries).flat();
    };
  },
});
