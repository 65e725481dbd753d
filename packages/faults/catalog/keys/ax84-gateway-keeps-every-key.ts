import type { PublicKey } from '../store/signing-keys.ts';
import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'AX84',
  area: 'authnz',
  sentence:
    'Whoever has a stolen key goes on making tokens after it was taken back: the gateway keeps every key that it ever saw.',
  source: 'Ours: the other half of A7, a cache that is added to and never emptied',
  reverts: 'that the gateway knows no key for longer than five minutes after it was taken back',
  install({ parts }) {
    const { keyCache } = parts;
    const seen = new Map<string, PublicKey>();
    parts.keyCache = {
      ...keyCache,
      keysFor(kid) {
        for (const key of keyCache.keysFor(kid)) seen.set(key.kid, key);
        return [...seen.values()];
      },
    };
  },
};
