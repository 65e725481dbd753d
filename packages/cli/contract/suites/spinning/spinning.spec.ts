import { covers, expect, test } from '@uat/fixtures';

test.describe('spinning', () => {
  test('ends at once', covers('ENG-38'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });

  test('hears nothing and never ends', covers('ENG-38'), async () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
});
