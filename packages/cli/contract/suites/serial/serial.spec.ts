import { covers, expect, test } from '@uat/fixtures';

test.describe('serial', () => {
  test.describe.configure({ mode: 'serial' });

  test('passes each time', covers('ENG-40'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });

  test('fails once', covers('ENG-40'), async ({ as }, testInfo) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();

    expect(testInfo.retry).toBe(1);
  });

  test('comes after it', covers('ENG-40'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });
});
