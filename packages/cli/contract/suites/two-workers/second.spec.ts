import { covers, expect, test } from '@uat/fixtures';

// An option of the worker's own, for which Playwright starts another one.
test.use({ headless: true });

test.describe('the next worker', () => {
  test('knows the administrator', covers('ENG-37'), async ({ as }) => {
    const admin = await as('admin');

    await expect(admin.auth.me()).toSucceed();
  });
});
