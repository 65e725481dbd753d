import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX39',
  area: 'authnz',
  sentence: 'A refresh gives the same refresh token again, so a stolen one is never noticed.',
  source: 'Ours: one setting of the provider',
  reverts: 'that each refresh gives another refresh token',
  install({ parts }) {
    const { realmConfiguration } = parts;
    parts.realmConfiguration = () => ({ ...realmConfiguration(), rotateRefreshToken: false });
  },
};
