import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A1c',
  area: 'authnz',
  sentence: 'A refresh token still gives tokens after its session was signed out.',
  source: 'ENG-6911; Kamiwaza API document: logout revokes the tokens',
  reverts: 'that ending a session removes the tokens that hang on it',
  install({ parts }) {
    parts.endSession = (sid) => parts.store.sessions.revoke(sid);
  },
};
