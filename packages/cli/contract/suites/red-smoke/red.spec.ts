import { covers, expect, test } from '@uat/fixtures';

test.describe('red smoke', () => {
  test('the ping is refused', covers('ENG-5'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toBeDenied(403);
  });
});
