import { writeFileSync } from 'node:fs';
import { covers, expect, test } from '@uat/fixtures';

// Each of these fails with a secret in its hands, and puts it wherever a careless test would.
test.describe('leaky', () => {
  test('a token in an error', covers('ENG-20', { requires: ['grant:tokens'] }), async ({ as, data }) => {
    const { token } = await data.pat(await as('user'));

    expect(`the token is ${token}`).toBe('something else');
  });

  test('a password in an error and in an attachment', covers('ENG-20'), async ({ account }) => {
    const { password } = account('user');
    await test.info().attach('notes', { body: `password: ${password}`, contentType: 'text/plain' });
    await test
      .info()
      .attach('notes.json', { body: JSON.stringify({ password }), contentType: 'application/json' });

    throw new Error(`sign-in failed with ${encodeURIComponent(password)} and ${password}`);
  });

  test('a password in part, coloured, encoded and in bytes', covers('ENG-20'), async ({ account }) => {
    const { password } = account('user');
    const [bytes, half] = [Buffer.from(password), password.slice(0, 12)];
    await test.info().attach('notes.txt', {
      body: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(password, 'utf16le')]),
      contentType: 'text/plain',
    });
    process.stdout.write(`\u001B[31m${half}\u001B[1m${password.slice(12)}\u001B[0m\n`);

    expect(`${half}… ${bytes.toString('hex')} ${Buffer.from(`admin:${password}`).toString('base64')}`).toBe(
      '',
    );
  });

  test('a password in the name of a file', covers('ENG-20'), async ({ account }, testInfo) => {
    const path = testInfo.outputPath(`seen-${encodeURIComponent(account('user').password)}.txt`);
    writeFileSync(path, 'seen');
    testInfo.attachments.push({ name: 'seen', path, contentType: 'text/plain' });

    expect(path).toBe('');
  });

  test('a password in the reason of a skip', covers('ENG-20'), async ({ account }) => {
    test.skip(true, `signing in with ${account('user').password} is not done yet`);
  });

  test('a password on a page', covers('ENG-20'), async ({ consoleAs, account }) => {
    const console = await consoleAs('anonymous');
    const { password } = account('user');

    await console.signInPage.signIn({ username: 'nobody', password });
    await console.page.evaluate((secret) => {
      document.title = secret;
      document.body.append(secret);
    }, password);

    expect(await console.page.title()).toBe('something else');
  });

  test('a token on standard output and in a step', covers('ENG-20'), async ({ as }) => {
    const user = await as('user', { fresh: true });
    const token = String(await user.signIn.bearer());
    process.stdout.write(`signed in with ${token}\n`);

    await test.step(`with Bearer ${token}`, async () => {
      expect(token).toBe('');
    });
  });

  test('a new password in a request that is refused', covers('ENG-20'), async ({ as }) => {
    const admin = await as('user');
    const password = 'never-anybody-s-Pa55word';

    const added = admin.users.create({
      username: 'admin',
      email: 'a@example.com',
      password,
      roles: ['admin'],
    });

    await expect(added).toSucceed();
  });
});
