import { defineFault } from '../../src/define-fault.ts';

export const bannersNotShown = defineFault({
  id: 'AX70',
  capability: 'consent',
  layer: 'service',
  sentence: 'Banners that an administrator has switched on are not shown.',
  source: 'Ours: a marking that is kept and never seen protects nothing',
  reverts: 'that every user sees the banners',
  install({ services }) {
    const { publicConfig: publicSecurity } = services.security;
    services.security.publicConfig = (config) => publicSecurity({ ...config, banner_enabled: false });
  },
});
