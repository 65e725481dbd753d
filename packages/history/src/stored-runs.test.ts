import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdictOn } from '@uat/record/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { storedRuns, verdictIn } from './stored-runs.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'uat-stored-'));
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

describe('stored runs', () => {
  test('are listed newest first, also within a minute', () => {
    const root = newRoot();
    ranIn(root, '20261122-1831-zzzz', '2026-11-22T18:31:07.120Z');
    ranIn(root, '20261122-1831-aaaa', '2026-11-22T18:31:59.120Z');
    ranIn(root, '20261121-0900-mmmm', '2026-11-21T09:00:00.000Z');

    expect(storedRuns(root).map(({ verdict }) => verdict.runId)).toEqual([
      '20261122-1831-aaaa',
      '20261122-1831-zzzz',
      '20261121-0900-mmmm',
    ]);
  });

  test('leave out a run without a verdict: killed, or still in progress', () => {
    const root = newRoot();
    ranIn(root, '20261122-1831-k3f9');

    expect(storedRuns(root)).toEqual([]);
  });

  test('are none where no run was ever made', () => {
    expect(storedRuns(newRoot())).toEqual([]);
  });
});

test('a folder yields its verdict, or none', () => {
  const root = newRoot();
  const judged = ranIn(root, '20261122-1831-k3f9', '2026-11-22T18:31:07.120Z');

  expect(verdictIn(judged)).toMatchObject({ runId: '20261122-1831-k3f9' });
  expect(verdictIn(path.join(root, 'nowhere'))).toBeUndefined();
});
