import { changeForms } from './change-forms.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX74b',
  area: 'authnz',
  sentence: 'Roles that are changed in the console are not, though it says so.',
  source: 'Ours: a form that sends what is in its text fields',
  reverts: 'that the console sends the roles that were ticked',
  install(platform) {
    changeForms(platform, 'PUT', /^\/api\/auth\/users\/[^/]+$/, ({ roles: _, ...form }) => form);
  },
};
