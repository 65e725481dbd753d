import { defineFault } from '../../src/define-fault.ts';

export const oneBannerForBoth = defineFault({
  id: 'AX70b',
  capability: 'consent',
  layer: 'service',
  sentence: 'The lower banner says what the upper one says, in its color.',
  source: 'Ours: one banner became two, and its reader did not notice',
  reverts: 'that each banner has words and a color of its own',
  install({ services }) {
    const { publicConfig: publicSecurity } = services.security;
    services.security.publicConfig = (config) => {
      const told = publicSecurity(config);
      const { banner_top_text, banner_top_color } = told;
      return { ...told, banner_bottom_text: banner_top_text, banner_bottom_color: banner_top_color };
    };
  },
});
