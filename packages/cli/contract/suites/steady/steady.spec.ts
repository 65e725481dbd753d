import { covers, expect, test } from '@uat/fixtures';

test.describe('steady', () => {
  test('the target answers', covers('ENG-50', { severity: 'critical' }), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.health()).toSucceed();
  });

  test('a visitor has no account', covers('ENG-50'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.me()).toBeDenied(401);
  });

  test('the models are listed', covers('ENG-50'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.models.list()).toSucceed();
  });

  test('the files are listed', covers('ENG-50', { severity: 'minor' }), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.modelFiles.list()).toSucceed();
  });
});
