import { covers, expect, test } from '@uat/fixtures';

test.describe('dying', () => {
  test('keeps its promise', covers('ENG-36'), async ({ as }) => {
    const anyone = await as('anonymous');

    await expect(anyone.ping()).toSucceed();
  });

  test('exits', covers('ENG-36'), async () => {
    process.exit(7);
  });

  test('is killed', covers('ENG-36'), async () => {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  });
});
