import { defineFault } from '../../src/define-fault.ts';

export const forwardedHostTrusted = defineFault({
  id: 'A14',
  capability: 'redirects',
  layer: 'service',
  sentence: 'Redirects and links of sign-in and sign-out use the host that X-Forwarded-Host names.',
  source: 'Kamiwaza documentation 0.9.3, rebac-deployment-guide L134-136',
  reverts: 'that links are made from the public address alone',
  install({ services, http }) {
    const { publicUrl } = services.settings;
    http.addHook('onSend', async (request, reply, payload) => {
      const claimed = request.headers['x-forwarded-host'];
      if (typeof claimed !== 'string' || !request.url.startsWith('/api/auth/log')) return payload;
      const there = publicUrl.replace(new URL(publicUrl).host, claimed);
      const location = reply.getHeader('location');
      if (typeof location === 'string')
        reply.header('location', new URL(location, there).href.replace(publicUrl, there));
      reply.removeHeader('content-length');
      return typeof payload === 'string' ? payload.replaceAll(publicUrl, there) : payload;
    });
  },
});
