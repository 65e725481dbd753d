import { defineFault } from '../../src/define-fault.ts';

export const anyCurrentPassword = defineFault({
  id: 'AX55b',
  capability: 'passwords',
  layer: 'service',
  sentence: 'A new password is accepted whatever is given as the current one.',
  source: 'Anyone who finds a browser open takes the account over',
  reverts: 'that the present password is asked for and checked',
  install({ services }) {
    services.identity.passwordMatches = async () => true;
  },
});
