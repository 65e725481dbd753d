import { defineFault } from '../../src/define-fault.ts';
import { onForm } from '../../inject/wire/on-form.ts';

export const editedWithoutRoles = defineFault({
  id: 'AX74b',
  capability: 'console-settings',
  layer: 'wire',
  sentence: 'Changed roles are not saved in the console, though it says so.',
  source: 'Ours: a form that sends what is in its text fields',
  reverts: 'that the console sends the roles that were ticked',
  install: () => onForm(/^PUT \/api\/auth\/users\/[^/]+$/, ({ roles: _, ...form }) => form),
});
