import type { LookupAddress } from 'node:dns';

/** Names below it say themselves where they lead: `any-word.127-0-0-1.127-0-0-2.turning.test`. */
export const turningZone = 'turning.test';

type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** Resolves names as `resolve` does, and those of the zone to another of their addresses each time, in turn. */
export function turningNames(resolve: Resolve): Resolve {
  const asked = new Map<string, number>();
  return async (hostname) => {
    if (!hostname.endsWith(`.${turningZone}`)) return resolve(hostname);
    const [, ...labels] = hostname.slice(0, -turningZone.length - 1).split('.');
    const turn = asked.get(hostname) ?? 0;
    asked.set(hostname, turn + 1);
    const label = labels[turn % labels.length];
    return resolve(label?.replaceAll('-', '.') ?? hostname);
  };
}
