import { describe, expect, test } from 'vitest';
import { uat } from './spawn-uat.ts';

describe('a page that some people cannot use', () => {
  test('fails the test, with the rule, its impact and the element', async () => {
    const { verdict } = await uat(['accessible', '--no-report']);

    expect(verdict.counts).toMatchObject({ discovered: 3, passed: 1, failed: 2 });
    const errors = Object.fromEntries(verdict.failures.map(({ title, error }) => [title, error]));
    expect(errors).toEqual({
      'has a button that says nothing': expect.stringMatching(
        /^\/login keeps people out: button-name \(critical\)/,
      ),
      'is faint for those who prefer it dark': expect.stringMatching(/color-contrast \(serious\)/),
    });
  });
});
