import { changeForms } from '../../inject/change-forms.ts';
import { defineFault } from '../../src/define-fault.ts';

export const lowerBannerNotSent = defineFault({
  id: 'AX77',
  capability: 'consent',
  layer: 'service',
  sentence: 'The lower banner is gone when the form in the console is saved.',
  source: 'Ours: a form that replaces everything and knows only a part',
  reverts: 'that the console sends every field of consent and banners',
  install(platform) {
    changeForms(platform, 'PUT', /^\/api\/security\/admin\/config$/, (form) => ({
      ...form,
      banner_bottom_text: null,
    }));
  },
});
