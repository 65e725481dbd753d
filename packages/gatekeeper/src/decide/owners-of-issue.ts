import { type Owners, ownersOf, type OwnersFile } from '@uat/intent';
import type { IssueSnapshot, Member } from '@uat/linear';

/** Owners of a ticket. A ticket outside every area has deciders only. */
export type IssueOwners = Partial<Omit<Owners, 'deciders'>> & Pick<Owners, 'deciders'> & { area?: string };

/** The owners of a ticket, found by a label or project named like an area or one of its capabilities. */
export function ownersOfIssue(owners: OwnersFile, { labels, project }: IssueSnapshot): IssueOwners {
  const named = [...labels, ...(project === undefined ? [] : [project])];
  const names = new Set(named.map(({ name }) => plain(name)));
  for (const [area, { capabilities }] of Object.entries(owners.areas)) {
    const capability = Object.keys(capabilities).find((one) => names.has(plain(one)));
    if (capability === undefined && !names.has(plain(area))) continue;
    const found = ownersOf(owners, area, capability);
    if (found !== undefined) return { ...found, area };
  }
  return { deciders: [...new Set(Object.values(owners.areas).flatMap(({ deciders }) => deciders))] };
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]+/g, '');

/**
 * The member that a name in owners.yaml refers to: by full name, display name, or one part of the name if that is
 * unique.
 * Undefined for a team or an ambiguous name, so that the wrong person is never asked.
 */
export function memberNamed(name: string, members: readonly Member[]): Member | undefined {
  const found = membersNamed(name, members);
  return found.length === 1 ? found[0] : undefined;
}

/** All members that a name in owners.yaml matches. */
export function membersNamed(name: string, members: readonly Member[]): Member[] {
  const wanted = name.toLowerCase();
  const there = members.filter(({ active, app }) => active && !app);
  const exact = there.filter((member) =>
    [member.name, member.displayName].some((one) => one.toLowerCase() === wanted),
  );
  if (exact.length > 0) return exact;
  return there.filter((member) =>
    member.name
      .toLowerCase()
      .split(/[\s.]+/)
      .includes(wanted),
  );
}
