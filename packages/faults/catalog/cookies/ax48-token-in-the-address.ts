import { defineFault } from '../../src/define-fault.ts';

export const tokenInTheAddress = defineFault({
  id: 'AX48',
  capability: 'cookies',
  layer: 'service',
  sentence: 'A sign-in ends at an address that holds the access token.',
  source: 'How single-page applications were handed tokens before cookies; histories and logs keep them',
  reverts: 'that no address holds a token',
  install({ services, http }) {
    const { setCookies: setSessionCookies } = services.sessions;
    const tokenFor = new WeakMap<object, string>();
    services.sessions.setCookies = (reply, tokens) => {
      setSessionCookies(reply, tokens);
      tokenFor.set(reply, tokens.access_token);
    };
    http.addHook('onSend', async (_request, reply, payload) => {
      const [location, token] = [reply.getHeader('location'), tokenFor.get(reply)];
      if (typeof location === 'string' && token !== undefined)
        reply.header('location', `${location}${location.includes('?') ? '&' : '?'}access_token=${token}`);
      return payload;
    });
  },
});
