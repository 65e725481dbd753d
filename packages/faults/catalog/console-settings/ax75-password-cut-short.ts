import { defineFault } from '../../src/define-fault.ts';
import { onForm } from '../../inject/wire/on-form.ts';

export const passwordCutShort = defineFault({
  id: 'AX75',
  capability: 'console-settings',
  layer: 'wire',
  sentence: 'The console cuts new passwords at sixteen characters.',
  source: 'Ours: a field with a maximal length, as password fields of many products had',
  reverts: 'that the console sends a password as it was typed',
  install: () =>
    onForm(/^POST \/api\/auth\/users\/[^/]+\/password$/, (form) => ({
      ...form,
      new_password: String(form['new_password']).slice(0, 16),
    })),
});
