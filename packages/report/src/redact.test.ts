import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from './redact.ts';

const secret = `hunter2-"SECRET"/&?=+'ä`;

describe('a redacted text', () => {
  test.each([
    { where: 'as it is', text: `password ${secret}` },
    { where: 'in JSON', text: JSON.stringify({ password: secret }) },
    { where: 'in JSON in JSON', text: JSON.stringify(JSON.stringify({ password: secret })) },
    { where: 'in a URL', text: `https://host/?p=${encodeURIComponent(secret)}` },
    { where: 'in a form', text: new URLSearchParams({ p: secret }).toString() },
    { where: 'in HTML', text: `<b>hunter2-&quot;SECRET&quot;/&amp;?=+'ä</b>` },
    { where: 'in XML', text: '<failure message="hunter2-&quot;SECRET&quot;/&amp;?=+&apos;ä"/>' },
    { where: 'in base64', text: Buffer.from(secret).toString('base64') },
  ])('holds no secret $where', ({ text }) => {
    const clean = redact(text, [secret]);

    expect(clean).toContain('***');
    expect(clean).not.toContain('hunter2');
    expect(clean).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
  });

  test('holds no token that nobody registered', () => {
    const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl';

    expect(redact(`token ${jwt}, Authorization: Bearer abcdefgh12345678`, [])).toBe(
      'token ***, Authorization: Bearer ***',
    );
  });

  test('keeps everything else', () => {
    const text = 'expected 401, got 200 from GET /api/auth/users/me; the bearer of this letter';

    expect(redact(text, ['something-else'])).toBe(text);
  });

  test('never holds a registered value, and is the same when redacted again', () => {
    const value = fc.string({ minLength: 6 }).filter((text) => !text.includes('*'));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 3 }),
        fc.string(),
        fc.string(),
        (values, before, after) => {
          const clean = redact(`${before}${values.join(' ')}${after}`, values);
          for (const one of values) expect(clean).not.toContain(one);
          expect(redact(clean, values)).toBe(clean);
        },
      ),
    );
  });
});
