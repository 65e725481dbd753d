import { covers, expect, test } from '@uat/fixtures';

test.describe('focused', () => {
  test.only('runs alone', covers('ENG-32'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });

  test('is pushed aside', covers('ENG-32'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });
});
