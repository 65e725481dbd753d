import { covers, expect, test } from '@uat/fixtures';

test.describe('unclean', () => {
  test.afterEach(() => {
    throw new Error('the clean-up fails');
  });

  test('its body fails, then its clean-up', covers('ENG-42'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.models.list()).toSucceed();
  });

  test('only its\nclean-up fails', covers('ENG-42'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });
});
