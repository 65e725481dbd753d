import { describe, expect, test } from 'vitest';
import { outcomeRows } from '../outcome-rows.ts';
import { situations } from './index.ts';

/** Rows of commands that `uat` does not have: nothing is published yet. */
const elsewhere = ['secret'];

/** The exit codes of docs/outcomes.md. */
const codes = {
  ...{ pass: [0], regression: [1], configuration: [2], infrastructure: [3], empty: [4] },
  interrupted: [130, 143],
};

describe('the table of situations', () => {
  test('has at least forty, each with a name of its own', () => {
    expect(situations.length).toBeGreaterThanOrEqual(40);
    expect(new Set(situations.map(({ id }) => id)).size).toBe(situations.length);
  });

  test('has a case of each row of docs/outcomes.md', () => {
    const covered = new Set<string>(situations.map(({ row }) => row));

    expect(Object.keys(outcomeRows).filter((row) => !covered.has(row))).toEqual(elsewhere);
  });

  test.each(situations)(
    'expects of $id an exit code that fits its kind',
    ({ expected: { kind, exitCode } }) => {
      expect(kind === undefined ? [1, 2, 3] : codes[kind]).toContain(exitCode);
    },
  );

  test.each(situations)('gives $id another scene than its twin', ({ scene, twin }) => {
    expect(scene).not.toEqual(twin);
  });
});
