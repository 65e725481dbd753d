import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX49f',
  area: 'authnz',
  sentence: 'What an administrator saves of consent and banners is confirmed, and not kept.',
  source: 'A form that shows what was typed hides that nothing was stored',
  reverts: 'that settings are kept',
  install({ parts }) {
    parts.store.security.set = () => undefined;
  },
};
