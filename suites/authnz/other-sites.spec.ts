import { covers, expect, test } from '@uat/fixtures';

const elsewhere = 'https://elsewhere.example';

test.describe('other sites', () => {
  test(
    'no other site may put the console into a frame',
    covers('ENG-8749', { catches: 'AX1' }),
    async ({ consoleAs }) => {
      const console = await consoleAs('anonymous');

      const answer = await console.open('/login');

      const headers = answer?.headers() ?? {};
      const framing = `${headers['x-frame-options']} ${headers['content-security-policy']}`;
      expect(framing).toMatch(/\b(DENY|SAMEORIGIN)\b|frame-ancestors '(none|self)'/i);
    },
  );

  test(
    'another site may not read answers with the visitor’s cookies',
    covers('ENG-8749', { catches: 'AX2', severity: 'critical' }),
    async ({ as }) => {
      const user = await as('user');

      const { headers } = await user.auth.me({ headers: { origin: elsewhere } }).response;

      const allowed = [
        headers.get('access-control-allow-origin'),
        headers.get('access-control-allow-credentials'),
      ];
      expect(allowed).not.toEqual([elsewhere, 'true']);
      expect(allowed[0]).not.toBe('*');
    },
  );

  test(
    'no cache keeps an answer that is about the caller',
    covers('ENG-8749', { catches: 'AX3' }),
    async ({ as }) => {
      const user = await as('user');

      const { headers } = await user.auth.me().response;

      expect(headers.get('cache-control') ?? 'nothing said').toMatch(/\b(no-store|private|no-cache)\b/i);
    },
  );

  test(
    'no cache keeps the answer that holds a token',
    covers('ENG-8749', { catches: 'AX3', severity: 'critical' }),
    async ({ as, account }) => {
      const anyone = await as('anonymous');

      const { headers } = await anyone.auth.token(account('viewer')).response;

      expect(headers.get('cache-control') ?? 'nothing said').toMatch(/\bno-store\b/i);
    },
  );
});
