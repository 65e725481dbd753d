import { readFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';
import { expect, test } from 'vitest';
import { startCommand } from './support/spawn-uat.ts';

test(
  'uat efficacy harness plays situations and their twins, and compares the verdicts',
  { timeout: 300_000 },
  async () => {
    const file = path.join(temporaryFolder(), 'harness.json');
    const ids = ['wrong-answer', 'ctrl-c', 'no-end'];

    const { exitCode, stdout } = await startCommand([
      ...['efficacy', 'harness', '--situation', ids.join(), '--json', file],
    ]);

    expect(exitCode, stdout).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      ...{ schemaVersion: 1, total: 3, right: 3, wrong: [], falseGreens: [], confused: [], falseAlarms: [] },
      matrix: [
        { situation: 'ctrl-c', got: { exitCode: 130, kind: 'interrupted' } },
        { situation: 'wrong-answer', got: { exitCode: 1, kind: 'regression', cause: 'product' } },
        { situation: 'no-end', got: { exitCode: 3, kind: 'infrastructure' } },
      ],
    });
  },
);

test('a situation that there is not is refused', async () => {
  const { exitCode, stderr } = await startCommand(['efficacy', 'harness', '--situation', 'ded-shard']);

  expect(exitCode).toBe(2);
  expect(stderr).toContain("There is no situation 'ded-shard'. Did you mean 'dead-shard'?");
});
