import { defineFault } from '../../src/define-fault.ts';

export const signatureCountsForEver = defineFault({
  id: 'AX83',
  capability: 'apps',
  layer: 'service',
  sentence: 'Whoever once saw the signed identity of somebody can be them at an app for ever.',
  source: 'Ours: what the signed timestamp is there for',
  reverts: 'that an app refuses a signature of long ago',
  install({ services }) {
    services.apps.trusts = (headers, secret) =>
      headers['x-user-signature'] === services.gateway.identitySignature(headers, secret);
  },
});
