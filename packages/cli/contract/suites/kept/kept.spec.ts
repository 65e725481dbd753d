import { covers, expect, test } from '@uat/fixtures';

test.describe('kept promises', () => {
  test('the target answers', covers('ENG-1'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.health()).toSucceed();
  });

  test('an anonymous visitor has no account', covers('ENG-2', { catches: 'A9' }), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.me()).toBeDenied(401);
  });
});
