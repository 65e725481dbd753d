import { covers, expect, test } from '@uat/fixtures';

test.describe('guarded', () => {
  test('an error on the console', covers('ENG-21'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await console.page.evaluate(() => globalThis.console.error('the product stumbled'));

    await expect(console.signInPage.heading).toBeVisible();
  });

  test('an error that is not caught', covers('ENG-21'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await console.page.evaluate(
      () => void setTimeout(() => void Promise.reject(new Error('an uncaught rejection'))),
    );

    await expect(console.signInPage.heading).toBeVisible();
  });

  test('a token on the console', covers('ENG-21'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await console.page.evaluate(() => globalThis.console.log('eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.'));

    await expect(console.signInPage.heading).toBeVisible();
  });

  test('a token in storage', covers('ENG-21'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await console.page.evaluate(() => localStorage.setItem('t', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.'));

    await expect(console.signInPage.heading).toBeVisible();
  });

  test('an error that was allowed', covers('ENG-21'), async ({ consoleAs, allow }) => {
    allow({ kind: 'console error', matching: /stumbled/, because: 'this test makes it stumble' });
    const console = await consoleAs('anonymous');

    await console.page.evaluate(() => globalThis.console.error('the product stumbled'));

    await expect(console.signInPage.heading).toBeVisible();
  });
});
