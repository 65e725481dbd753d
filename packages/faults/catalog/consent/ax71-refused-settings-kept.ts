import { letThrough } from '../../inject/service/let-through.ts';
import { defineFault } from '../../src/define-fault.ts';

export const refusedSettingsKept = defineFault({
  id: 'AX71',
  capability: 'consent',
  layer: 'service',
  sentence: 'A user who may not change consent and banners is refused after the change was made.',
  source: 'Ours: a role that is looked at on the way out',
  reverts: 'that a refused change is not made',
  install({ services, http }) {
    const path = '/api/security/admin/config';
    letThrough(services, (question) => question.method === 'PUT' && question.path === path);
    http.addHook('onSend', async ({ method, url, identity }, reply, payload) => {
      if (method !== 'PUT' || url !== path || identity?.roles.includes('admin')) return payload;
      reply.code(identity ? 403 : 401).removeHeader('content-length');
      return JSON.stringify({ detail: identity ? 'Not authorized' : 'Not authenticated' });
    });
  },
});
