import { defineFault } from '../../src/define-fault.ts';

export const denialsNotLogged = defineFault({
  id: 'A25e',
  capability: 'decisions',
  layer: 'service',
  sentence: 'A denial leaves no line in the log.',
  source: 'ReBAC validation checklist: allow and deny stand in the log',
  reverts: 'that each decision is logged, whatever it is',
  install({ services }) {
    const { write } = services.log;
    services.log.write = (entry) => {
      if (!entry.message?.startsWith('rebac_decision result="deny"')) write(entry);
    };
  },
});
