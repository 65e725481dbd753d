import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX49e',
  area: 'authnz',
  sentence: 'The public configuration can be asked for without any limit.',
  source: 'Kamiwaza capability security.consent-and-banners: rate limited',
  reverts: 'that questions for the public configuration are limited',
  install({ parts }) {
    parts.publicConfigRate = () => ({ kind: 'passes' });
  },
};
