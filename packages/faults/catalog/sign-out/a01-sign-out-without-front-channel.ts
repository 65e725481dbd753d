import { defineFault } from '../../src/define-fault.ts';

export const signOutWithoutFrontChannel = defineFault({
  id: 'A1',
  capability: 'sign-out',
  layer: 'service',
  sentence: 'After signing out, the next visit signs the person back in without asking for a password.',
  source: 'ENG-6911, SDK commit 4c591b1',
  reverts: 'that signing out ends the browser’s session at the realm',
  install({ services }) {
    services.realm.endBrowserSession = async () => undefined;
  },
});
