import type { PublicKey } from '@uat/platform';
import { defineFault } from '../../src/define-fault.ts';

export const gatewayKeepsEveryKey = defineFault({
  id: 'AX84',
  capability: 'keys',
  layer: 'service',
  sentence:
    'The owner of a stolen key keeps making tokens after it was revoked: the gateway keeps every key that it ever saw.',
  source: 'Ours: the other half of A7, a cache that is added to and never emptied',
  reverts: 'that the gateway knows no key for longer than five minutes after it was taken back',
  install({ services }) {
    const { keyCache } = services.tokens;
    const seen = new Map<string, PublicKey>();
    services.tokens.keyCache = {
      ...keyCache,
      keysFor(kid) {
        for (const key of keyCache.keysFor(kid)) seen.set(key.kid, key);
        return [...seen.values()];
      },
    };
  },
});
