import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX57b',
  area: 'authnz',
  sentence: 'Two encoded dots in an address lead past the policy.',
  source: 'Dots are looked for before the address is decoded',
  reverts: 'that an address is judged as it will be read',
  install({ parts }) {
    const { requestPath } = parts;
    parts.requestPath = (target = '') => requestPath(target.replaceAll(/%2e/gi, '_'));
  },
};
