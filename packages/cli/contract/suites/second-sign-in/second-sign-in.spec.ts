import { covers, expect, test } from '@uat/fixtures';

test.describe('two sign-ins of one role', () => {
  test('the administrator signs in twice', covers('ENG-35'), async ({ as }) => {
    const first = await as('admin');
    await expect(first.auth.me()).toSucceed();

    const second = await as('admin', { fresh: true });

    await expect(second.auth.me()).toSucceed();
  });
});
