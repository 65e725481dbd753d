import { covers, expect, test } from '@uat/fixtures';

test.describe('set-up', () => {
  test('the administrator is known', covers('ENG-7'), async ({ as }) => {
    const admin = await as('admin');

    await expect(admin.auth.me()).toSucceed();
  });

  test('a holder of a token is known', covers('ENG-8'), async ({ as }) => {
    const user = await as('user');

    await expect(user.auth.me()).toSucceed();
  });
});
