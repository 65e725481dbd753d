import { covers, expect, test } from '@uat/fixtures';

test.describe('retried', () => {
  test('is skipped at its second attempt', covers('ENG-30'), async ({ as }, testInfo) => {
    testInfo.skip(testInfo.retry > 0, 'it failed before');
    const anyone = await as('anonymous');

    await expect(anyone.models.list()).toSucceed();
  });
});
