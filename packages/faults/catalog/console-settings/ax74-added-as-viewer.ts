import { changeForms } from '../../inject/change-forms.ts';
import { defineFault } from '../../src/define-fault.ts';

export const addedAsViewer = defineFault({
  id: 'AX74',
  capability: 'console-settings',
  layer: 'service',
  sentence: 'Whoever is added in the console becomes a viewer, whatever was ticked.',
  source: 'Ours: a form that reads one box of several',
  reverts: 'that the console sends the roles that were ticked',
  install(platform) {
    changeForms(platform, 'POST', /^\/api\/auth\/users\/local$/, (form) => ({ ...form, roles: ['viewer'] }));
  },
});
