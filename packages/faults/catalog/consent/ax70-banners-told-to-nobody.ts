import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX70',
  area: 'authnz',
  sentence: 'Banners that an administrator has switched on are shown to nobody.',
  source: 'Ours: a marking that is kept and never seen protects nothing',
  reverts: 'that everybody is told what the banners say',
  install({ parts }) {
    const { publicSecurity } = parts;
    parts.publicSecurity = (config) => publicSecurity({ ...config, banner_enabled: false });
  },
};
