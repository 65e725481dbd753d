import { defineFault } from '../../src/define-fault.ts';

export const settingsConfirmedNotSaved = defineFault({
  id: 'AX49f',
  capability: 'consent',
  layer: 'service',
  sentence: 'An administrator’s changes of consent and banners are confirmed, and not kept.',
  source: 'A form that shows what was typed hides that nothing was stored',
  reverts: 'that settings are kept',
  install({ services }) {
    services.store.security.set = () => undefined;
  },
});
