import { defineFault } from '../../src/define-fault.ts';
import { onForm } from '../../inject/wire/on-form.ts';

export const addedAsViewer = defineFault({
  id: 'AX74',
  capability: 'console-settings',
  layer: 'wire',
  sentence: 'A user who is added in the console becomes a viewer, whatever roles were chosen.',
  source: 'Ours: a form that reads one box of several',
  reverts: 'that the console sends the roles that were ticked',
  install: () => onForm(/^POST \/api\/auth\/users\/local$/, (form) => ({ ...form, roles: ['viewer'] })),
});
