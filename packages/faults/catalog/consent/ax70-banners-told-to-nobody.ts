import { defineFault } from '../../src/define-fault.ts';

export const bannersToldToNobody = defineFault({
  id: 'AX70',
  capability: 'consent',
  layer: 'service',
  sentence: 'Banners that an administrator has switched on are shown to nobody.',
  source: 'Ours: a marking that is kept and never seen protects nothing',
  reverts: 'that everybody is told what the banners say',
  install({ services }) {
    const { publicConfig: publicSecurity } = services.security;
    services.security.publicConfig = (config) => publicSecurity({ ...config, banner_enabled: false });
  },
});
