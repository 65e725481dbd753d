import type { LookupAddress } from 'node:dns';

/** Zone of host names that contain their own addresses: `any-word.127-0-0-1.127-0-0-2.turning.test`. */
export const rebindingZone = 'turning.test';

type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** Resolves names of the zone to the next of their addresses each time, and all others by `resolve`. */
export function rebindingNames(resolve: Resolve): Resolve {
  const lookups = new Map<string, number>();
  return async (hostname) => {
    if (!hostname.endsWith(`.${rebindingZone}`)) return resolve(hostname);
    const [, ...labels] = hostname.slice(0, -rebindingZone.length - 1).split('.');
    const turn = lookups.get(hostname) ?? 0;
    lookups.set(hostname, turn + 1);
    const label = labels[turn % labels.length];
    return resolve(label?.replaceAll('-', '.') ?? hostname);
  };
}
