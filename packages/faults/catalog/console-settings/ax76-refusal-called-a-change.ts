import { defineFault } from '../../src/define-fault.ts';

export const refusalCalledAChange = defineFault({
  id: 'AX76',
  capability: 'console-settings',
  layer: 'service',
  sentence: 'The console says that the password is changed although it was refused.',
  source: 'Ours: a form that says it is done when there is an answer',
  reverts: 'that a refusal is shown as one',
  install({ http }) {
    http.addHook('onSend', async ({ url, headers }, reply, payload) => {
      const byPage = headers['sec-fetch-site'] !== undefined;
      if (!byPage || url !== '/api/auth/users/me/password' || reply.statusCode !== 400) return payload;
      reply.code(200).removeHeader('content-length');
      return JSON.stringify({ changed: true });
    });
  },
});
