import { type ScanCursor, type ScannedList, scannedLists } from './scan-cursor.ts';

/** An issue that changed, or on which something changed. */
export interface Change {
  readonly issueId: string;
  readonly in: ScannedList;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** Type of the issue's state; only for a change of the issue itself. */
  readonly stateType?: string;
}

/** One page of one list, as returned by the query. */
export interface ListPage {
  readonly nodes: readonly {
    id: string;
    updatedAt: string;
    state?: { type: string } | undefined;
    issue?: { id: string } | null | undefined;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
}

export type Pages = Partial<Record<ScannedList, ListPage | undefined>>;

/**
 * How far each scan reaches back behind the newest change of the one before. A change can become visible late, behind
 * one with a later time; Linear promises no order.
 */
const overlapMs = 120_000;

/** Enough for a bulk edit within the overlap. Beyond it changes are reported twice, which costs a read each. */
const mostSeen = 5_000;

/** The position of a scan that starts at a given time. */
export function scanFrom(since: number): ScanCursor {
  return { v: 1, since, newest: since, seen: [] };
}

/** Which lists the next page requests, and from which position. */
export function nextPage({ open }: ScanCursor): Partial<Record<ScannedList, string | null>> {
  if (open === undefined) return Object.fromEntries(scannedLists.map((list) => [list, null]));
  return Object.fromEntries(
    scannedLists.flatMap((list) => (open[list] === undefined ? [] : [[list, open[list]]])),
  );
}

/**
 * What one page of the scan tells, and where the scan goes on. Each change is reported once, whatever the order of the
 * pages; the start moves on only when all lists have been read to their end, so a scan that is stopped loses nothing.
 */
export function scanStep(
  cursor: ScanCursor,
  pages: Pages,
): { readonly changes: Change[]; readonly next: ScanCursor; readonly more: boolean } {
  const seen = new Set(cursor.seen);
  const changes: Change[] = [];
  const open: Partial<Record<ScannedList, string>> = {};
  let { newest } = cursor;
  for (const list of scannedLists) {
    const page = pages[list];
    if (page === undefined) continue;
    for (const { id, updatedAt, state, issue } of page.nodes) {
      const at = Date.parse(updatedAt);
      const key = `${id}@${at}`;
      newest = Math.max(newest, at);
      const issueId = list === 'issues' ? id : issue?.id;
      if (seen.has(key) || issueId === undefined) continue;
      seen.add(key);
      changes.push({ issueId, in: list, at, ...(state !== undefined && { stateType: state.type }) });
    }
    // A next page without a cursor to it would be the first page again.
    if (page.pageInfo.hasNextPage && page.pageInfo.endCursor != null) open[list] = page.pageInfo.endCursor;
  }
  const more = Object.keys(open).length > 0;
  const since = more ? cursor.since : Math.max(cursor.since, newest - overlapMs);
  const kept = [...seen]
    .filter((key) => Number(key.slice(key.lastIndexOf('@') + 1)) >= since)
    .slice(-mostSeen);
  return { changes, next: { v: 1, since, newest, seen: kept, ...(more && { open }) }, more };
}
