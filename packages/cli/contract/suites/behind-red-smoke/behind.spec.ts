import { covers, expect, test } from '@uat/fixtures';

test.describe('behind red smoke', () => {
  test('is never started', covers('ENG-6'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });
});
