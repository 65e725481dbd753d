import { changeForms } from './change-forms.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX75',
  area: 'authnz',
  sentence: 'The console cuts new passwords at sixteen characters.',
  source: 'Ours: a field with a maximal length, as password fields of many products had',
  reverts: 'that the console sends a password as it was typed',
  install(platform) {
    changeForms(platform, 'POST', /^\/api\/auth\/users\/[^/]+\/password$/, (form) => ({
      ...form,
      new_password: String(form['new_password']).slice(0, 16),
    }));
  },
};
