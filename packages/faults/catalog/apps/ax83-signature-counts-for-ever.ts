import { defineFault } from '../../src/define-fault.ts';

export const signatureCountsForEver = defineFault({
  id: 'AX83',
  capability: 'apps',
  layer: 'service',
  sentence: 'Anyone who has once seen a user’s signed identity can impersonate that user at an app for ever.',
  source: 'Ours: what the signed timestamp is there for',
  reverts: 'that an app refuses a signature of long ago',
  install({ services }) {
    services.apps.trusts = (headers, secret) =>
      headers['x-user-signature'] === services.gateway.identitySignature(headers, secret);
  },
});
