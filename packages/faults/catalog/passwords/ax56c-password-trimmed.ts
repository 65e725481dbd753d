import { defineFault } from '../../src/define-fault.ts';

export const passwordTrimmed = defineFault({
  id: 'AX56c',
  capability: 'passwords',
  layer: 'service',
  sentence: 'Blanks around a password make no difference.',
  source: 'A form that trims every field',
  reverts: 'that a password is taken as it is',
  install({ services }) {
    const { authenticate } = services.identity;
    services.identity.authenticate = (username, password) => authenticate(username, password.trim());
  },
});
