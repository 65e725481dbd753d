import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { startCommand } from './support/spawn-uat.ts';

const folder = temporaryFolder(afterAll);
let files = 0;

function timingsFile(text: string): string {
  const file = path.join(folder, `${(files += 1)}.json`);
  writeFileSync(file, text);
  return file;
}

const plan = (timings: string, ...words: string[]) => startCommand(['plan', '--timings', timings, ...words]);

describe('uat plan --timings', () => {
  test('writes the plan of any units, and nothing else where it is standard output', async () => {
    const timings = timingsFile('{"a": 5, "b": 5, "c": 4, "d": 4, "e": 3, "f": 3, "g": 3, "__proto__": 0.5}');

    const { exitCode, stdout, stderr } = await plan(timings, '--shards', '3', '--json', '-');

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['shards', 'makespan', 'lowerBound', 'balance']);
    expect(answer).toMatchObject({ makespan: 9.5, lowerBound: 27.5 / 3 });
    expect(answer.balance).toBeCloseTo(27.5 / 3 / 9.5);
    expect(answer.shards.map((shard: object) => Object.keys(shard))).toEqual(
      Array.from({ length: 3 }, () => ['tests', 'seconds']),
    );
    expect(answer.shards.flatMap(({ tests }: { tests: string[] }) => tests).toSorted()).toEqual(
      ['__proto__', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].toSorted(),
    );
  });

  test('shows it to people, and says which shards are empty', async () => {
    const json = path.join(folder, 'plan.json');

    const { exitCode, stdout } = await plan(
      timingsFile('{"a": 90, "b": 45}'),
      '--shards',
      '4',
      '--json',
      json,
    );

    expect(exitCode).toBe(0);
    expect(stdout).toBe(`
      1/4  ████████████████████     1:30  1 unit
      2/4  ██████████               0:45  1 unit
      3/4                          0.0 s  empty
      4/4                          0.0 s  empty

  predicted 1:30, lower bound 1:30, balance 0.38
  ! 2 of 4 shards are empty: the file has fewer units (2)
`);
    expect(JSON.parse(readFileSync(json, 'utf8')).shards).toEqual([
      { tests: ['a'], seconds: 90 },
      { tests: ['b'], seconds: 45 },
      { tests: [], seconds: 0 },
      { tests: [], seconds: 0 },
    ]);
  });

  test('ends with 2, a sentence and no file for timings that are no times', async () => {
    const json = path.join(folder, 'refused.json');

    const { exitCode, stderr } = await plan(
      timingsFile('{"a": 1, "b": -2}'),
      '--shards',
      '2',
      '--json',
      json,
    );

    expect(exitCode).toBe(2);
    expect(stderr).toContain("has -2 for 'b'; write its seconds, a number from 0 to 1,000,000,000.");
    expect(existsSync(json)).toBe(false);
  });

  test('ends with 2 for a file that does not exist, and for areas beside it', async () => {
    const missing = await plan(path.join(folder, 'none.json'));
    const beside = await startCommand([
      'plan',
      'green',
      '--timings',
      timingsFile('{"a": 1}'),
      '--since',
      'x',
    ]);

    expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('cannot be read') });
    expect(beside).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('leave out green, --since.'),
    });
  });
});
