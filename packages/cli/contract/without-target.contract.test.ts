import { describe, expect, test } from 'vitest';
import { uat } from './support/spawn-uat.ts';

describe('an area that asks no target', () => {
  test('is judged without one', async () => {
    const { verdict, stdout, stderr } = await uat(['without-target', '--no-report']);

    expect(verdict).toMatchObject({
      kind: 'regression',
      exitCode: 1,
      target: { name: 'this machine', url: null, version: null, contractVersion: null },
      counts: { discovered: 2, passed: 1, failed: 1, dependency: 0 },
      trouble: [],
    });
    expect(verdict.failures[0]).toMatchObject({ title: 'one that is broken', class: 'product' });
    expect(`${stdout}${stderr}`).not.toContain('127.0.0.1');
  });
});
