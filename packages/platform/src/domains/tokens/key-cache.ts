import type { PublicKey } from './signing-key-store.ts';

/** The published keys as the gateway knows them. */
export interface KeyCache {
  /** What there is to verify a token that names `kid`: fetched again when old, or when that key is not among them. */
  keysFor(kid: string | undefined): readonly PublicKey[];
  /** Nothing was fetched yet, it counts, or it is too old and will be fetched again. */
  status(): 'empty' | 'ready' | 'stale';
  /** Has the keys fetched again when they are next needed. */
  forget(): void;
}

// How long a key that was taken back may still count.
const lifetimeSeconds = 300;
// How often somebody with tokens of made-up keys can have the keys fetched.
const cooldownSeconds = 30;

/** Keeps what `fetch` gives for five minutes. */
export function createKeyCache(fetch: () => readonly PublicKey[]): KeyCache {
  let known: { keys: readonly PublicKey[]; at: number } | undefined;
  // What was fetched at a later time than now's, as by a clock that was put back, is as old as can be.
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
