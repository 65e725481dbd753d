import { describe, expect, test } from 'vitest';
import { uat } from './spawn-uat.ts';

describe('what nobody asked for', () => {
  test('fails the test, unless it was allowed with a reason', async () => {
    const { verdict } = await uat(['guarded', '--no-report']);

    expect(verdict.counts).toMatchObject({ discovered: 5, passed: 1, failed: 4 });
    expect(verdict.failures.map(({ error, layer }) => ({ error, layer }))).toEqual([
      { error: expect.stringContaining('unexpected console error: the product stumbled'), layer: 'browser' },
      { error: expect.stringContaining('unexpected page error: nobody caught this'), layer: 'browser' },
      { error: expect.stringContaining('unexpected leak: a line on the console'), layer: 'browser' },
      { error: expect.stringContaining('unexpected leak: the local storage of a page'), layer: 'browser' },
    ]);
  });
});
