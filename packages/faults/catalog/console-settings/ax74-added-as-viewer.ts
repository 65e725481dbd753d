import { changeForms } from './change-forms.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX74',
  area: 'authnz',
  sentence: 'Whoever is added in the console becomes a viewer, whatever was ticked.',
  source: 'Ours: a form that reads one box of several',
  reverts: 'that the console sends the roles that were ticked',
  install(platform) {
    changeForms(platform, 'POST', /^\/api\/auth\/users\/local$/, (form) => ({ ...form, roles: ['viewer'] }));
  },
};
