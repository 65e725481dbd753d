import { covers, expect, test } from '@uat/fixtures';
import { revokedToken, somebody } from './somebody.ts';

test.describe('calls in another module', () => {
  test('one that nothing foresaw', covers('ENG-43'), async ({ data }) => {
    const { user } = await somebody({ data });

    expect(user.active).toBe(true);
  });

  test(
    'one that its author wrote down',
    covers('ENG-43', { requires: ['grant:users'] }),
    async ({ data }) => {
      const { user } = await somebody({ data });

      expect(user.active).toBe(true);
    },
  );

  test('a click that nothing foresaw', covers('ENG-43'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await revokedToken(console);

    await expect(console.signInPage.heading).toBeVisible();
  });
});

test.describe('calls in the file itself', () => {
  test('one that is foreseen', covers('ENG-43'), async ({ data }) => {
    const { user } = await data.user('viewer');

    expect(user.active).toBe(true);
  });
});
