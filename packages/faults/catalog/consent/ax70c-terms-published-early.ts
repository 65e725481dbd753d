import { defineFault } from '../../src/define-fault.ts';

export const termsPublishedEarly = defineFault({
  id: 'AX70c',
  capability: 'consent',
  layer: 'service',
  sentence: 'Terms that are still being written are published.',
  source: "Kamiwaza's contract: the public configuration leaves out what is switched off",
  reverts: 'that texts of a gate that is off are for administrators',
  install({ services }) {
    services.security.publicConfig = (config) => config;
  },
});
