import { defineFault } from '../../src/define-fault.ts';

export const federatedUserChangesPassword = defineFault({
  id: 'A22',
  capability: 'passwords',
  layer: 'service',
  sentence: 'Somebody who signs in elsewhere changes a password here.',
  source: 'Kamiwaza API document 1.2.0: 403 for SSO users',
  reverts: 'that a password is changed where it is kept',
  install({ services }) {
    services.keepsPasswordOf = () => true;
  },
});
