import { changeForms } from '../../inject/change-forms.ts';
import { defineFault } from '../../src/define-fault.ts';

export const passwordCutShort = defineFault({
  id: 'AX75',
  capability: 'console-settings',
  layer: 'service',
  sentence: 'The console cuts new passwords at sixteen characters.',
  source: 'Ours: a field with a maximal length, as password fields of many products had',
  reverts: 'that the console sends a password as it was typed',
  install(platform) {
    changeForms(platform, 'POST', /^\/api\/auth\/users\/[^/]+\/password$/, (form) => ({
      ...form,
      new_password: String(form['new_password']).slice(0, 16),
    }));
  },
});
