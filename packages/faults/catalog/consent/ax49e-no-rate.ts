import { defineFault } from '../../src/define-fault.ts';

export const noRate = defineFault({
  id: 'AX49e',
  capability: 'consent',
  layer: 'service',
  sentence: 'The public configuration can be requested without any rate limit.',
  source: 'Kamiwaza capability security.consent-and-banners: rate limited',
  reverts: 'that questions for the public configuration are limited',
  install({ services }) {
    services.security.publicConfigRate = () => ({ kind: 'passes' });
  },
});
