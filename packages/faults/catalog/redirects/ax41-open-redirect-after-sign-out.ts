import { defineFault } from '../../src/define-fault.ts';

export const openRedirectAfterSignOut = defineFault({
  id: 'AX41',
  capability: 'redirects',
  layer: 'service',
  sentence: 'A sign-out ends wherever its address says.',
  source: 'A second entry point to the same redirect, which a check at the first does not close',
  reverts: 'that the front channel leads to the platform only',
  install({ services }) {
    const { localPath } = services.sessions;
    services.sessions.localPath = (target, fallback) =>
      fallback === '/login' && target !== undefined && URL.canParse(target)
        ? target
        : localPath(target, fallback);
  },
});
