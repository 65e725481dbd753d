import { covers, expect, test } from '@uat/fixtures';

test.describe('what was agreed', () => {
  test('the health is as the contract says', covers('ENG-12'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.auth.health()).toMatchContract();
  });
});
