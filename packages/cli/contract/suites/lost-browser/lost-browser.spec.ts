import { descendantsOf } from '@uat/core';
import { covers, expect, test } from '@uat/fixtures';

test.describe('lost browser', () => {
  test('its browser is killed', covers('ENG-43'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');
    await expect(console.signInPage.heading).toBeVisible();

    for (const pid of descendantsOf(process.pid)) process.kill(pid, 'SIGKILL');

    await console.page.reload();
  });

  test('its page shows something else', covers('ENG-43'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    expect(await console.page.title()).toBe('something else');
  });
});
