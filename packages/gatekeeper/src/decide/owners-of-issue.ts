import { type Owners, ownersOf, type OwnersFile } from '@uat/intent';
import type { IssueSnapshot, Member } from '@uat/linear';

/** Owners of a ticket. Without an area there is only who decides. */
export type IssueOwners = Partial<Omit<Owners, 'deciders'>> & Pick<Owners, 'deciders'> & { area?: string };

/** Who answers for a ticket: by a label or project that is called like an area or one of its capabilities. */
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
 * The member that a name of owners.yaml stands for: whole name, display name, or one part of the name if only one
 * member has it. Undefined for a team, and for a name that fits several: a wrong person must not be asked.
 */
export function memberNamed(name: string, members: readonly Member[]): Member | undefined {
  const found = membersNamed(name, members);
  return found.length === 1 ? found[0] : undefined;
}

/** The members that a name of owners.yaml fits. */
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
