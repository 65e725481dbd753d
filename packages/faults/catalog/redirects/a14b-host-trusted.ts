import { defineFault } from '../../src/define-fault.ts';

export const hostTrusted = defineFault({
  id: 'A14b',
  capability: 'redirects',
  layer: 'service',
  sentence: 'The redirect of a sign-in uses the host that the request claims it was sent to.',
  source:
    'Kamiwaza documentation 0.9.3, rebac-deployment-guide L134-136; the Host header is the second way to say it',
  reverts: 'that the way to the realm is made from the public address alone',
  install({ services, http }) {
    const { publicUrl } = services.settings;
    http.addHook('onSend', async ({ url, host }, reply, payload) => {
      const location = reply.getHeader('location');
      if (url.startsWith('/api/auth/login') && typeof location === 'string')
        reply.header('location', location.replace(new URL(publicUrl).host, host));
      return payload;
    });
  },
});
