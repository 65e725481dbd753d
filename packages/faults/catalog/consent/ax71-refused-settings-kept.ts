import { letThrough } from './let-through.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX71',
  area: 'authnz',
  sentence: 'Whoever may not change consent and banners is refused after the change was made.',
  source: 'Ours: a role that is looked at on the way out',
  reverts: 'that a refused change is none',
  install({ parts, app }) {
    const path = '/api/security/admin/config';
    letThrough(parts, (question) => question.method === 'PUT' && question.path === path);
    app.addHook('onSend', async ({ method, url, identity }, reply, payload) => {
      if (method !== 'PUT' || url !== path || identity?.roles.includes('admin')) return payload;
      reply.code(identity ? 403 : 401).removeHeader('content-length');
      return JSON.stringify({ detail: identity ? 'Not authorized' : 'Not authenticated' });
    });
  },
};
