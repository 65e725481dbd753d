import { existsSync } from 'node:fs';
import { covers, expect, test } from '@uat/fixtures';

test.describe('a busy machine', () => {
  test('waits for what comes late', covers('ENG-43'), async () => {
    const comes = () => existsSync(process.env['LATE_FILE'] ?? '');

    await expect.poll(comes, { timeout: 3_000 }).toBe(true);
  });

  test('waits for what never comes', covers('ENG-43'), async () => {
    await expect.poll(() => 'nothing', { timeout: 3_000 }).toBe('something');
  });

  test('gets a wrong answer at once', covers('ENG-43'), () => {
    expect('wrong').toBe('right');
  });
});
