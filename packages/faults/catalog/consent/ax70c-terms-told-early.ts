import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX70c',
  area: 'authnz',
  sentence: 'Terms that are still being written are told to everybody.',
  source: "Kamiwaza's contract: the public configuration leaves out what is switched off",
  reverts: 'that texts of a gate that is off are for administrators',
  install({ parts }) {
    parts.publicSecurity = (config) => config;
  },
};
