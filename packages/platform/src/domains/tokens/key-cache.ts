import type { PublicKey } from './signing-key-store.ts';

/** The gateway's cache of published keys. */
export interface KeyCache {
  /** Keys to verify a token with `kid`; fetched again when they are old, or when that key is missing. */
  keysFor(kid: string | undefined): readonly PublicKey[];
  /** `stale` keys are fetched again before their next use. */
  status(): 'empty' | 'ready' | 'stale';
  /** Makes the next use fetch the keys again. */
  forget(): void;
}

// How long a withdrawn key may still be accepted.
const lifetimeSeconds = 300;
// How often tokens with unknown keys can trigger a fetch.
const cooldownSeconds = 30;

/** Caches the result of `fetch` for five minutes. */
export function createKeyCache(fetch: () => readonly PublicKey[]): KeyCache {
  let known: { keys: readonly PublicKey[]; at: number } | undefined;
  // Keys that were fetched in the future, by a clock that has been set back since, count as expired.
  function isYounger(than: number): boolean {
    const age = known === undefined ? -1 : (Date.now() - known.at) / 1000;
    return age >= 0 && age < than;
  }
  const fetched = () => (known = { keys: fetch(), at: Date.now() });
  return {
    keysFor(kid) {
      const { keys } = known !== undefined && isYounger(lifetimeSeconds) ? known : fetched();
      const isMissing = kid !== undefined && keys.every((key) => key.kid !== kid);
      return isMissing && !isYounger(cooldownSeconds) ? fetched().keys : keys;
    },
    status() {
      if (known === undefined) return 'empty';
      return isYounger(lifetimeSeconds) ? 'ready' : 'stale';
    },
    forget() {
      known = undefined;
    },
  };
}
