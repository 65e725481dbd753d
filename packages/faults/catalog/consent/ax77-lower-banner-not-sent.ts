import { defineFault } from '../../src/define-fault.ts';
import { onForm } from '../../inject/wire/on-form.ts';

export const lowerBannerNotSent = defineFault({
  id: 'AX77',
  capability: 'consent',
  layer: 'wire',
  sentence: 'The lower banner is gone when the form in the console is saved.',
  source: 'Ours: a form that replaces everything and knows only a part',
  reverts: 'that the console sends every field of consent and banners',
  install: () =>
    onForm(/^PUT \/api\/security\/admin\/config$/, (form) => ({ ...form, banner_bottom_text: null })),
});
