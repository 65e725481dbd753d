import { covers, expect, test } from '@uat/fixtures';

test.describe('repeated', () => {
  test('fails at its second repetition', covers('ENG-44'), async ({ as }, testInfo) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();

    expect(testInfo.repeatEachIndex).toBe(0);
  });

  test('fails until it is mended', covers('ENG-44'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();

    expect(process.env['MENDED']).toBe('yes');
  });
});
