import { covers, expect, test } from '@uat/fixtures';

test.describe('broken promises', () => {
  test(
    'a visitor reads the models',
    covers('ENG-3', { catches: 'A18', severity: 'critical' }),
    async ({ as }) => {
      const anyone = await as('anonymous');

      await expect(anyone.models.list()).toSucceed();
    },
  );

  test('a visitor is kept out', covers('ENG-4'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.models.list()).toBeDenied(401);
  });
});
