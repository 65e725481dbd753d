import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX57',
  area: 'authnz',
  sentence: 'Two dots in an address lead past the policy.',
  source: 'The policy reads what the router has yet to resolve',
  reverts: 'that an address with dot segments is denied',
  install({ parts }) {
    parts.requestPath = (target = '') => target.split(/[?#]/, 1)[0]?.replace(/(?<=.)\/+$/, '');
  },
};
