import { covers, expect, test } from '@uat/fixtures';

test.describe('expected to fail', () => {
  test('a visitor reads the models some day', covers('ENG-31'), async ({ as }) => {
    test.fail();
    const anyone = await as('anonymous');

    await expect(anyone.models.list()).toSucceed();
  });

  test('a visitor is kept out, against all expectation', covers('ENG-31'), async ({ as }) => {
    test.fail();
    const anyone = await as('anonymous');

    await expect(anyone.models.list()).toBeDenied(401);
  });
});
