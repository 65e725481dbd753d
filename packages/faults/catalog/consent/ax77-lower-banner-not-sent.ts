import { changeForms } from './change-forms.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX77',
  area: 'authnz',
  sentence: 'The lower banner is gone when the form in the console is saved.',
  source: 'Ours: a form that replaces everything and knows only a part',
  reverts: 'that the console sends every field of consent and banners',
  install(platform) {
    changeForms(platform, 'PUT', /^\/api\/security\/admin\/config$/, (form) => ({
      ...form,
      banner_bottom_text: null,
    }));
  },
};
