import { changeForms } from '../../inject/change-forms.ts';
import { defineFault } from '../../src/define-fault.ts';

export const editedWithoutRoles = defineFault({
  id: 'AX74b',
  capability: 'console-settings',
  layer: 'service',
  sentence: 'Roles that are changed in the console are not, though it says so.',
  source: 'Ours: a form that sends what is in its text fields',
  reverts: 'that the console sends the roles that were ticked',
  install(platform) {
    changeForms(platform, 'PUT', /^\/api\/auth\/users\/[^/]+$/, ({ roles: _, ...form }) => form);
  },
});
