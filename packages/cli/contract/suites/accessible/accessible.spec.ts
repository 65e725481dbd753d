import { covers, expect, test } from '@uat/fixtures';

// The login page with a flaw that only some people meet.
test.describe('a page', () => {
  test('is accessible as it is', covers('ENG-36'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await expect(console).toBeAccessible();
  });

  test('has a button that says nothing', covers('ENG-36'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await console.page.evaluate(() => document.body.append(document.createElement('button')));

    await expect(console).toBeAccessible();
  });

  test('is faint for those who prefer it dark', covers('ENG-36'), async ({ consoleAs }) => {
    const console = await consoleAs('anonymous');

    await console.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = `#faint { color: black; background: white }
        @media (prefers-color-scheme: dark) { #faint { color: #333; background: #222 } }`;
      const text = document.createElement('main');
      text.id = 'faint';
      text.textContent = 'You can hardly read this';
      document.body.replaceChildren(style, text);
    });

    await expect(console).toBeAccessible();
  });
});
