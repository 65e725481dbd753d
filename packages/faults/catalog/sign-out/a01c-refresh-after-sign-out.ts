import { defineFault } from '../../src/define-fault.ts';

export const refreshAfterSignOut = defineFault({
  id: 'A1c',
  capability: 'sign-out',
  layer: 'service',
  sentence: 'A refresh token still gives tokens after its session was signed out.',
  source: 'ENG-6911; Kamiwaza API document: logout revokes the tokens',
  reverts: 'that ending a session removes the tokens that hang on it',
  install({ services }) {
    services.sessions.end = (sid) => services.store.sessions.revoke(sid);
  },
});
