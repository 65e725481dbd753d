import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX48',
  area: 'authnz',
  sentence: 'A sign-in ends at an address that holds the access token.',
  source: 'How single-page applications were handed tokens before cookies; histories and logs keep them',
  reverts: 'that no address holds a token',
  install({ parts, app }) {
    const { setSessionCookies } = parts;
    const tokenFor = new WeakMap<object, string>();
    parts.setSessionCookies = (reply, tokens) => {
      setSessionCookies(reply, tokens);
      tokenFor.set(reply, tokens.access_token);
    };
    app.addHook('onSend', async (_request, reply, payload) => {
      const [location, token] = [reply.getHeader('location'), tokenFor.get(reply)];
      if (typeof location === 'string' && token !== undefined)
        reply.header('location', `${location}${location.includes('?') ? '&' : '?'}access_token=${token}`);
      return payload;
    });
  },
};
