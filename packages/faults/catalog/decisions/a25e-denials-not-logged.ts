import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'A25e',
  area: 'authnz',
  sentence: 'A denial leaves no line in the log.',
  source: 'ReBAC validation checklist: allow and deny stand in the log',
  reverts: 'that each decision is logged, whatever it is',
  install({ parts }) {
    const { write } = parts.log;
    parts.log.write = (entry) => {
      if (!entry.message?.startsWith('rebac_decision result="deny"')) write(entry);
    };
  },
};
