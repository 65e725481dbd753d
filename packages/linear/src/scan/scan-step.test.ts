import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursorFrom, cursorText } from './scan-cursor.ts';
import { type Change, nextPage, type Pages, scanFrom, scanStep } from './scan-step.ts';

const start = Date.parse('2026-12-01T09:00:00Z');
const iso = (at: number) => new Date(at).toISOString();
const page = (nodes: [id: string, at: number][], endCursor?: string) => ({
  nodes: nodes.map(([id, at]) => ({ id, updatedAt: iso(at), issue: { id: `issue-of-${id}` } })),
  pageInfo: { hasNextPage: endCursor !== undefined, endCursor },
});
const none = page([]);

describe('a scan for changes', () => {
  test('reads all lists at first', () => {
    expect(nextPage(scanFrom(start))).toEqual({
      issues: null,
      comments: null,
      attachments: null,
      documents: null,
    });
  });

  test('reports issues by their own id, and everything else by its issue', () => {
    const { changes } = scanStep(scanFrom(start), {
      issues: page([['i1', start + 1]]),
      comments: page([['c1', start + 2]]),
      attachments: none,
      documents: { ...none, nodes: [{ id: 'd1', updatedAt: iso(start + 3), issue: null }] },
    });

    expect(changes).toEqual([
      { issueId: 'i1', in: 'issues', at: start + 1 },
      { issueId: 'issue-of-c1', in: 'comments', at: start + 2 },
    ]);
  });

  test('continues the lists that have more, and advances its start only when all are done', () => {
    const first = scanStep(scanFrom(start), {
      issues: page([['i1', start + 600_000]], 'x'),
      comments: none,
      attachments: none,
      documents: none,
    });
    expect(first.more).toBe(true);
    expect(first.next.since).toBe(start);
    expect(nextPage(first.next)).toEqual({ issues: 'x' });

    const second = scanStep(first.next, { issues: page([['i2', start + 300_000]]) });
    expect(second.more).toBe(false);
    expect(second.next.since).toBe(start + 600_000 - 120_000);
  });

  test('does not loop when a page promises more without a cursor', () => {
    const { more } = scanStep(scanFrom(start), {
      issues: { nodes: [], pageInfo: { hasNextPage: true, endCursor: null } },
    });

    expect(more).toBe(false);
  });

  test('never goes back', () => {
    const { next } = scanStep(scanFrom(start), {
      issues: none,
      comments: none,
      attachments: none,
      documents: none,
    });

    expect(next.since).toBe(start);
  });

  test('survives being stored', () => {
    const { next } = scanStep(scanFrom(start), { issues: page([['i1', start + 1]], 'x') });

    expect(cursorFrom(cursorText(next))).toEqual(next);
  });

  test.each(['', '{}', '{"v":2}', 'null'])('rejects %j as a position', (text) => {
    expect(() => cursorFrom(text)).toThrow('damaged');
  });

  test('finds every change once, in whatever order they become visible', () => {
    const change = fc.record({
      id: fc.integer({ min: 0, max: 8 }).map(String),
      at: fc.nat(600_000),
      late: fc.nat(100_000),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (changes, size) => {
        let cursor = scanFrom(start);
        const reported: Change[] = [];
        // A change becomes visible late, at `at + late`; scans run every 30 s until all are visible.
        for (let now = 0; now <= 900_000; now += 30_000) {
          const visible = latest(
            changes.filter(({ at, late }) => at + late <= now).map(({ id, at }) => ({ id, at })),
          );
          for (let more = true; more;) {
            const asked = nextPage(cursor);
            const since = cursor.since;
            const fitting = visible.filter(({ at }) => start + at >= since).toSorted((a, b) => b.at - a.at);
            const from = Number(asked.issues ?? 0);
            const pages: Pages = {
              issues: page(
                fitting.slice(from, from + size).map(({ id, at }) => [id, start + at]),
                from + size < fitting.length ? String(from + size) : undefined,
              ),
            };
            const step = scanStep(cursor, pages);
            reported.push(...step.changes);
            cursor = cursorFrom(cursorText(step.next));
            more = step.more;
          }
        }
        const keys = reported.map(({ issueId, at }) => `${issueId}@${at - start}`);
        const wanted = latest(changes).map(({ id, at }) => `${id}@${at}`);
        expect(keys).toEqual(expect.arrayContaining(wanted));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

/** The content of a list: each item with its newest change. */
function latest(changes: readonly { id: string; at: number }[]): { id: string; at: number }[] {
  const newest = new Map<string, number>();
  for (const { id, at } of changes) newest.set(id, Math.max(newest.get(id) ?? 0, at));
  return [...newest].map(([id, at]) => ({ id, at }));
}
