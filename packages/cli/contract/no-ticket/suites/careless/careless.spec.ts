import { expect, test } from '@uat/fixtures';

test.describe('careless', () => {
  test('covers nothing', async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });
});
