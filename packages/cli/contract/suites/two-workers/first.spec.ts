import { covers, expect, test } from '@uat/fixtures';

test.describe('one worker', () => {
  test('knows the administrator', covers('ENG-37'), async ({ as }) => {
    const admin = await as('admin');

    await expect(admin.auth.me()).toSucceed();
  });
});
