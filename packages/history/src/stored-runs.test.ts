import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdictOn } from '@uat/record/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { earlierRuns, verdictIn } from './stored-runs.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-earlier-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const newRoot = () => mkdtempSync(path.join(scratch, 'root-'));

function ranIn(root: string, name: string, startedAt?: string): string {
  const folder = path.join(root, '.uat', 'runs', name);
  mkdirSync(folder, { recursive: true });
  if (startedAt !== undefined)
    writeFileSync(
      path.join(folder, 'verdict.json'),
      JSON.stringify({ ...verdictOn([]), runId: name, startedAt }),
    );
  return folder;
}

describe('earlier runs', () => {
  test('come with the newest first, also within a minute', () => {
    const root = newRoot();
    ranIn(root, '20261122-1831-zzzz', '2026-11-22T18:31:07.120Z');
    ranIn(root, '20261122-1831-aaaa', '2026-11-22T18:31:59.120Z');
    ranIn(root, '20261121-0900-mmmm', '2026-11-21T09:00:00.000Z');

    expect(earlierRuns(root).map(({ verdict }) => verdict.runId)).toEqual([
      '20261122-1831-aaaa',
      '20261122-1831-zzzz',
      '20261121-0900-mmmm',
    ]);
  });

  test('leave out those without a verdict: killed, or going on', () => {
    const root = newRoot();
    ranIn(root, '20261122-1831-k3f9');

    expect(earlierRuns(root)).toEqual([]);
  });

  test('are none where nothing ever ran', () => {
    expect(earlierRuns(newRoot())).toEqual([]);
  });
});

test('a folder tells its verdict, or that there is none', () => {
  const root = newRoot();
  const judged = ranIn(root, '20261122-1831-k3f9', '2026-11-22T18:31:07.120Z');

  expect(verdictIn(judged)).toMatchObject({ runId: '20261122-1831-k3f9' });
  expect(verdictIn(path.join(root, 'nowhere'))).toBeUndefined();
});
