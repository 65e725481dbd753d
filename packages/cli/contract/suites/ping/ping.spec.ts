import { covers, expect, test } from '@uat/fixtures';

test.describe('ping', () => {
  test('is answered as the contract says', covers('ENG-43'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toMatchContract();
  });
});
