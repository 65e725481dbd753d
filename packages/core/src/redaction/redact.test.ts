import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readsAsWords } from './reads-as-words.ts';
import { redact } from './redact.ts';

const secret = `hunter2-"SECRET"/&?=+'ä`;
const hex = Buffer.from(secret).toString('hex');

describe('a redacted text', () => {
  test.each([
    { where: 'as it is', text: `password ${secret}` },
    { where: 'in JSON', text: JSON.stringify({ password: secret }) },
    { where: 'in JSON in JSON', text: JSON.stringify(JSON.stringify({ password: secret })) },
    {
      where: 'in JSON with escapes for what is not ASCII',
      text: String.raw`hunter2-\"SECRET\"\/\u0026?=+'\u00e4`,
    },
    { where: 'in a URL', text: `https://host/?p=${encodeURIComponent(secret)}` },
    {
      where: 'in a URL in lower case',
      text: encodeURIComponent(secret).toLowerCase().replace('secret', 'SECRET'),
    },
    { where: 'in a URL in a URL', text: encodeURIComponent(encodeURIComponent(secret)) },
    { where: 'in a URL in JSON', text: JSON.stringify({ url: `https://host/?p=${encodeURI(secret)}` }) },
    { where: 'in a form', text: new URLSearchParams({ p: secret }).toString() },
    { where: 'in HTML', text: `<b>hunter2-&quot;SECRET&quot;/&amp;?=+'ä</b>` },
    { where: 'in HTML by numbers', text: 'hunter2-&#34;SECRET&#x22;&#47;&#x26;?=&#43;&#39;&#228;' },
    { where: 'in XML', text: '<failure message="hunter2-&quot;SECRET&quot;/&amp;?=+&apos;ä"/>' },
    { where: 'in XML in XML', text: 'hunter2-&amp;quot;SECRET&amp;quot;/&amp;amp;?=+&amp;apos;ä' },
    { where: 'as Node shows it', text: inspect({ password: secret }) },
    { where: 'in base64', text: Buffer.from(secret).toString('base64') },
    { where: 'in base64 behind a name', text: Buffer.from(`kamiwaza:${secret}`).toString('base64') },
    { where: 'in base64 amid more', text: Buffer.from(`{"p":"${secret}","q":1}`).toString('base64url') },
    { where: 'in hex', text: hex },
    { where: 'in hex in capitals', text: hex.toUpperCase() },
    { where: 'in a buffer that Node shows', text: inspect(Buffer.from(secret)) },
    { where: 'in colours', text: `\u001B[31m${secret.slice(0, 9)}\u001B[1m${secret.slice(9)}\u001B[0m` },
    { where: 'in colours without ESC', text: `[31m${secret.slice(0, 9)}[1m${secret.slice(9)}[0m` },
    { where: 'in colours in JSON', text: JSON.stringify(`${secret.slice(0, 9)}\u001B[1m${secret.slice(9)}`) },
    { where: 'with zeros and marks amid', text: Array.from(secret).join('\u0000\u202E') },
    { where: 'over two lines', text: `${secret.slice(0, 11)}\r\n${secret.slice(11)}` },
    { where: 'in the name of a file', text: 'answer-to-hunter2--SECRET-ä-0a1b.txt' },
  ])('holds no secret $where', ({ text }) => {
    const clean = redact(text, [secret]);

    expect(clean).toContain('***');
    expect(clean).not.toContain('hunter2');
    expect(clean).not.toContain('SECRET');
    expect(clean).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
    expect(clean.toLowerCase()).not.toContain(hex.slice(16, 32));
  });

  const password = 'a54bd85d-cd35-4f0e-9d11';
  test.each([
    { how: 'cut off at its end', text: '<p>xxxa54bd85d-cd35-4…</p>', clean: '<p>xxx***…</p>' },
    { how: 'cut off with dots', text: 'Received: "a54bd85d-cd3..."', clean: 'Received: "***..."' },
    { how: 'cut off after few characters', text: 'xa54bd85d…', clean: 'x***…' },
    { how: 'cut off at its beginning', text: '…cd35-4f0e-9d11 is wrong', clean: '…*** is wrong' },
    { how: 'cut off at both ends', text: '…85d-cd35-4f0…', clean: '…***…' },
    { how: 'cut off as Node does', text: "'a54bd85d-cd35'... 10 more", clean: "'***'... 10 more" },
    { how: 'with another character amid', text: 'a54bd85d-cd3#-4f0e-9d11', clean: '***#***' },
    { how: 'cut off without a mark', text: 'row a54bd85d-cd3', clean: 'row ***' },
    { how: 'in hex, cut off', text: `${Buffer.from(password).toString('hex').slice(0, 21)}…`, clean: '***…' },
    {
      how: 'in base64, cut off',
      text: `${Buffer.from(`me:${password}`).toString('base64').slice(0, 20)}…`,
      clean: 'bWU6***…',
    },
  ])('holds no part of a secret that is $how', ({ text, clean }) => {
    expect(redact(text, [password])).toBe(clean);
  });

  test.each([
    { secret: 'tulips', text: 'tulips and tulip…', clean: '*** and tulip…' },
    { secret: 'Pa55-word', text: 'Pa55-w… a55-word…', clean: '***… ***…' },
    { secret: 'Pa55-word', text: 'Pa55-w and a55-wor', clean: 'Pa55-w and a55-wor' },
    { secret: 'sunflowers', text: 'sunflow… and flowers', clean: '***… and flowers' },
  ])(
    'holds six characters of a secret only where nothing was cut: $text',
    ({ secret: short, text, clean }) => {
      expect(redact(text, [short])).toBe(clean);
    },
  );

  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl';
  test.each([
    { text: `token ${jwt}, next`, clean: 'token ***, next' },
    { text: 'token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ', clean: 'token ***' },
    { text: 'token eyJhbGciOiJSUzI1N…</p>', clean: 'token ***…</p>' },
    { text: 'Authorization: Bearer abcdefgh12345678', clean: 'Authorization: Bearer ***' },
    { text: '"authorization":"Bearer somethingopaque"', clean: '"authorization":"Bearer ***"' },
    { text: String.raw`"refused:\nBearer abcdefgh12345678"`, clean: String.raw`"refused:\nBearer ***"` },
    { text: 'Basic YWRtaW46a2FtaXdhemE=', clean: 'Basic ***' },
  ])('holds no unregistered token: $clean', ({ text, clean }) => {
    expect(redact(text, [])).toBe(clean);
  });

  test('holds no part of a registered token', () => {
    expect(redact('…ZG1pbiJ9.c2lnbmF0dXJl', [jwt])).toBe('…***');
  });

  test.each([
    'expected 401, got 200 from GET /api/auth/users/me; the bearer of this letter',
    'Basic authentication is off, bearer authentication is on',
    'a cursor eyJpZCI6MTIzNDU2fQ',
    `${'...'.repeat(20)} \u001B[31mred\u001B[39m \\n & %41 + \u0000 \uD83D`,
  ])('keeps everything else: %j', (text) => {
    expect(redact(text, ['something-else-4711'])).toBe(text);
  });

  test('keeps words although a secret is made of them', () => {
    const text =
      'admin signed in to kamiwaza-api as administrator; the password of kamiwaza-admin is refused';

    expect(redact(text, ['admin', '------', 'kamiwaza-password-9f8e7d6c'])).toBe(text);
    expect(redact('kamiwaza-password-9f8e7d6c', ['kamiwaza-password-9f8e7d6c'])).toBe('***');
    expect(redact('kamiwaza-pass…', ['kamiwaza-password-9f8e7d6c'])).toBe('***…');
    expect(redact('correct horse batter', ['correct horse battery staple'])).toBe('***');
  });

  test('is still JSON where a secret begins or ends within an escape', () => {
    const text = JSON.stringify({ line: 'a\nightly-Pa55word"c', next: String.raw`\u0041bcdefg1` });

    const clean = redact(text, ['nightly-Pa55word', '0041bcdefg1', 'ightly-Pa55word"b']);

    expect(Object.keys(JSON.parse(clean) as object)).toEqual(['line', 'next']);
    expect(clean).not.toContain('Pa55word');
  });
});

/** Any secret, and one made of what generators of passwords and tokens use. */
const anySecret = fc
  .string({ unit: 'grapheme', minLength: 6, maxLength: 60 })
  .filter((text) => new Set(text).size > 1 && !text.includes('*'));
const random = fc.oneof(
  fc.uuid(),
  fc.string({
    unit: fc.constantFrom(...Array.from('abcdefABCDEF0123456789-_.!%&"\\<+/ ')),
    minLength: 12,
    maxLength: 60,
  }),
);

const inXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
const codings: ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) => new URLSearchParams({ s: text }).toString().slice(2),
  inXml,
];
const interruptions: ((text: string) => string)[] = [
  (text) => text,
  (text) => Array.from(text).join('\u001B[1m'),
  (text) => Array.from(text).join('\u200B'),
];
/** One or two codings, of a text that is interrupted by colours or what is not seen, or that becomes so. */
const coding = fc
  .tuple(
    fc.array(fc.constantFrom(...codings), { minLength: 1, maxLength: 2 }),
    fc.constantFrom(...interruptions),
    fc.boolean(),
  )
  .map(([steps, interruption, first]) => (first ? [interruption, ...steps] : [...steps, interruption]));
const coded = (text: string, steps: typeof codings) => steps.reduce((soFar, step) => step(soFar), text);
const amid = fc.string({ maxLength: 40 });

describe('whatever the secret is', () => {
  test('it is gone, and nothing changes when redacted again', () => {
    fc.assert(
      fc.property(
        fc.array(anySecret, { minLength: 1, maxLength: 3 }),
        amid,
        amid,
        (values, before, behind) => {
          const clean = redact(`${before}${values.join(' ')}${behind}`, values);

          for (const one of values) expect(clean).not.toContain(one);
          expect(redact(clean, values)).toBe(clean);
        },
      ),
    );
  });

  test('it is gone from each coding of codings', () => {
    fc.assert(
      fc.property(anySecret, coding, amid, amid, (value, steps, before, behind) => {
        const written = coded(value, steps);

        const clean = redact(`${before} ${written} ${behind}`, [value]);

        expect(clean).not.toContain(written);
        // Its characters, in order, are no longer there: what was around them is.
        expect(clean.length).toBeLessThanOrEqual(before.length + behind.length + 5);
      }),
    );
  });

  test('it is gone from hex and base64, wherever it lies in there', () => {
    fc.assert(
      fc.property(
        anySecret,
        amid,
        amid,
        fc.constantFrom('hex', 'base64', 'base64url'),
        (value, before, behind, how) => {
          const bytes = Buffer.from(`${before}${value}${behind}`);

          const clean = redact(bytes.toString(how), [value]);

          // What can still be read of each end is less than a character of the secret.
          const [head, tail] = [clean.slice(0, clean.indexOf('*')), clean.slice(clean.lastIndexOf('*') + 1)];
          expect(clean).toContain('***');
          const perByte = how === 'hex' ? 2 : 4 / 3;
          expect(head.length).toBeLessThanOrEqual(Buffer.byteLength(before) * perByte + 2);
          expect(tail.length).toBeLessThanOrEqual(Buffer.byteLength(behind) * perByte + 4);
        },
      ),
    );
  });

  test('no telling part is left of one that is cut, torn or altered', () => {
    const cut = fc.constantFrom('…', '...', '…</p>', '"...', '[…]');
    const written = fc.tuple(
      random,
      fc.nat(),
      fc.nat(),
      cut,
      fc.constantFrom('head', 'tail', 'middle', 'altered'),
    );
    fc.assert(
      fc.property(written, coding, amid, ([value, a, b, mark, how], steps, before) => {
        const [from, to] = [a % value.length, b % value.length].toSorted((x, y) => x - y) as [number, number];
        const text = {
          head: `${coded(value.slice(0, to), steps)}${mark}`,
          tail: `…${coded(value.slice(from), steps)}`,
          middle: coded(value.slice(from, to), steps),
          altered: coded(`${value.slice(0, from)}€${value.slice(from + 1)}`, steps),
        }[how];

        const clean = redact(`${before} ${text}`, [value]);

        const parts = Array.from({ length: Math.max(0, value.length - 7) }, (_, at) =>
          value.slice(at, at + 8),
        );
        const telling = parts.filter((part) => !before.includes(part) && !readsAsWords(part));
        expect(telling.filter((part) => clean.includes(coded(part, steps)))).toEqual([]);
      }),
    );
  });

  test('ordinary text stays as it is', () => {
    const lines = [
      'expected 401, got 200 from GET /api/models/3f2a?limit=20&next=eyJpZCI6MTIzfQ',
      '{"level":"info","msg":"started \\"kamiwaza\\" …","time":"2026-11-22T18:31:07.120Z"}',
      '    at Object.<anonymous> (/srv/suites/authnz/sign-in.spec.ts:31:5)',
      '\u001B[31m- Expected\u001B[39m  &lt;p class=&quot;x&quot;&gt; … %20 \\n',
      'Bearer authentication is refused… ../../../tmp/run/allure-results',
    ];
    const other = fc.oneof(
      fc.constantFrom(...lines),
      fc.noBias(fc.uuid()),
      fc.noBias(fc.base64String({ maxLength: 40 })),
    );
    const secrets = fc.array(fc.noBias(fc.uuid()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(secrets, fc.array(other), (values, texts) => {
        const text = texts.join('\n');

        expect(redact(text, [...values, 'kamiwaza-admin-password-9f8e7d6c'])).toBe(text);
      }),
    );
  });
});
