import type { TicketFields, WorkKind } from '../ticket/ticket-fields.ts';
import type { Work } from './gate-result.ts';
import type { Policy } from './policy-schema.ts';
import type { Snapshot } from './snapshot.ts';

/** Determines the kind of work by the policy's labels and projects, and without these from the text. */
export function workOf(
  policy: Policy,
  snapshot: Snapshot,
  fields: TicketFields,
): { kind: Work; why: string } {
  const kinds: WorkKind[] = [];
  const whys: string[] = [];
  for (const kind of ['interface', 'contract'] as const) {
    const why = named(policy, snapshot, kind);
    if (why === undefined) continue;
    kinds.push(kind);
    whys.push(why);
  }
  if (kinds.length > 0) return { kind: joined(kinds), why: whys.join(', ') };
  const other = named(policy, snapshot, 'other');
  if (other !== undefined) return { kind: 'other', why: other };
  if (fields.work.length === 0)
    return { kind: 'other', why: 'its text mentions no change of a screen or an API' };
  return {
    kind: joined(fields.work.map(({ kind }) => kind)),
    why: fields.work
      .map(({ kind, quotes }) => `its text describes ${kind} work (“${quotes[0] ?? ''}”)`)
      .join(', '),
  };
}

function named(policy: Policy, { labels, project }: Snapshot, kind: WorkKind | 'other'): string | undefined {
  const known = policy.work[kind];
  const label = labels.find((one) => known.labels.some((other) => same(one, other)));
  if (label !== undefined) return `it has the label “${label}”`;
  if (project !== undefined && known.projects.some((one) => same(one, project)))
    return `it is in the project “${project}”`;
  return undefined;
}

const joined = (kinds: readonly WorkKind[]): Work => (kinds.length === 2 ? 'both' : (kinds[0] ?? 'other'));

/** Labels are compared loosely: `Front-End` is `frontend`. */
export function same(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, '');
  return plain(one) === plain(other);
}
