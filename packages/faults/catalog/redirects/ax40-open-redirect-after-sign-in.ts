import { defineFault } from '../../src/define-fault.ts';

export const openRedirectAfterSignIn = defineFault({
  id: 'AX40',
  capability: 'redirects',
  layer: 'service',
  sentence: 'A sign-in can end at a foreign address that begins with a slash.',
  source: 'The classic open redirect: a check for a leading slash lets //host and /\\host pass',
  reverts: 'that the page to land on is read as a browser reads it',
  install({ services }) {
    const { localPath } = services.sessions;
    services.sessions.localPath = (target, fallback) =>
      fallback === '/' && target?.startsWith('/') ? target : localPath(target, fallback);
  },
});
