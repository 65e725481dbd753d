import type { Regression } from './regression.ts';
import type { SecurityConfig } from '../store/security-config.ts';

export const regression: Regression = {
  id: 'AX71b',
  area: 'authnz',
  sentence: 'Settings of consent and banners that are refused as impossible are kept all the same.',
  source: 'Ours: what is stored before it is looked at',
  reverts: 'that settings are looked at before they are kept',
  install({ parts, app }) {
    app.addHook('preHandler', async ({ method, url, body }) => {
      if (method === 'PUT' && url === '/api/security/admin/config')
        parts.store.security.set(body as SecurityConfig);
    });
  },
};
