import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A1',
  area: 'authnz',
  sentence: 'After signing out, the next visit signs the person back in without asking for a password.',
  source: 'ENG-6911, SDK commit 4c591b1',
  reverts: 'that signing out ends the browser’s session at the realm',
  install({ parts }) {
    parts.endBrowserSession = async () => undefined;
  },
};
