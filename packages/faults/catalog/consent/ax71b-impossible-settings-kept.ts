import { defineFault } from '../../src/define-fault.ts';
import type { SecurityConfig } from '@uat/platform';

export const impossibleSettingsKept = defineFault({
  id: 'AX71b',
  capability: 'consent',
  layer: 'service',
  sentence: 'Settings of consent and banners that are refused as impossible are saved anyway.',
  source: 'Ours: what is stored before it is looked at',
  reverts: 'that settings are looked at before they are kept',
  install({ services, http }) {
    http.addHook('preHandler', async ({ method, url, body }) => {
      if (method === 'PUT' && url === '/api/security/admin/config')
        services.store.security.set(body as SecurityConfig);
    });
  },
});
