import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rerunCommand } from './rerun-command.ts';

/** The words of a command as a real shell sees them. */
function words(command: string): string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

test('names the area and the title', () => {
  expect(rerunCommand({ area: 'authnz', title: 'a revoked token' }, {})).toBe(
    "pnpm uat authnz --grep 'a revoked token'",
  );
});

test('reaches the target in the way it was reached', () => {
  const reached = { target: 'https://kamiwaza.test', grants: ['tokens', 'users'], ca: "/it's/ca.pem" };

  expect(words(rerunCommand({ area: 'authnz', title: 'a' }, reached))).toEqual([
    ...['pnpm', 'uat', 'authnz'],
    ...['--target', 'https://kamiwaza.test'],
    ...['--grant', 'tokens,users'],
    ...['--ca', "/it's/ca.pem"],
    ...['--grep', 'a'],
  ]);
});

test('installs the same package in the same way', () => {
  const reached = {
    artifact: 'my packages/acme_1.1_all.deb',
    previous: 'acme_1.0_all.deb',
    driver: 'chroot',
  };

  expect(words(rerunCommand({ area: 'installers', title: 'a' }, { ...reached, profile: undefined }))).toEqual(
    [
      ...['pnpm', 'uat', 'installers'],
      ...['--artifact', 'my packages/acme_1.1_all.deb'],
      ...['--previous', 'acme_1.0_all.deb'],
      ...['--driver', 'chroot'],
      ...['--grep', 'a'],
    ],
  );
});

test('reads the same config and follows the same policy', () => {
  const reached = { config: 'my configs/uat.config.ts', lane: 'cd' };

  expect(words(rerunCommand({ area: 'authnz', title: 'a' }, reached))).toEqual([
    ...['pnpm', 'uat', 'authnz'],
    ...['--config', 'my configs/uat.config.ts'],
    ...['--lane', 'cd'],
    ...['--grep', 'a'],
  ]);
});

test('does not mention the lane that is meant anyway', () => {
  expect(rerunCommand({ area: 'authnz', title: 'a' }, { lane: 'local' })).not.toContain('--lane');
});

test('keeps a title with quotes and signs from doing anything', () => {
  const command = rerunCommand({ area: 'authnz', title: `it's $HOME (1+1) \`id\` "x"` }, {});

  expect(words(command).at(-1)).toBe(String.raw`it's \$HOME \(1\+1\) ${'`id`'} "x"`);
});

/** Whether Playwright, given what a shell makes of the command, finds the title; see its `forceRegExp`. */
function selects(command: string, title: string): boolean {
  const pattern = words(command).at(-1) ?? '';
  const slashed = /^\/(.*)\/([gi]*)$/.exec(pattern);
  const expression = slashed === null ? new RegExp(pattern, 'gi') : new RegExp(slashed[1] ?? '', slashed[2]);
  return expression.test(`authnz sign-in.spec.ts ${title} @ENG-1`);
}

test.each([
  'emoji 🚀 👩‍💻 in a title',
  String.raw`slash a/b\c in a title`,
  '/api/models/',
  '/api/models/g',
  'two\nlines',
  'hash # and @tag and 100% $HOME $(id) `id`',
  `it's 'quoted' and "doubly"`,
  '日本語のタイトル',
  '-starts with a dash',
  '--starts-with-two',
  String.raw`brackets [a-z]+ (x|y)* {2} ^$ \d . ?`,
  'tab\tand  two spaces ',
  'no\u00A0break',
  'control \u0007 bell \u001B[31mred\u001B[0m',
  'lone surrogate \uD83D here',
  '<b>markup</b> & ]]> "x"',
  `long ${'very '.repeat(80)}long`,
  'right to left \u202E override',
])('a command of one line, without anything unseen, selects %j', (title) => {
  const command = rerunCommand({ area: 'authnz', title }, {});

  expect(selects(command, title)).toBe(true);
  expect(selects(command, title.replace(/.{3}$/s, '!!'))).toBe(false);
  expect(command).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u00A0]| {2}/u);
});

test('any title, read back by a shell, is an expression that finds that title', () => {
  const signs = String.raw`' " \ $ ( ) * + . ? [ ] ^ { | } / ! & ; - ~ #`.split(' ').concat(' ', '\n', 'a');
  // No program takes a NUL among its arguments.
  const title = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...signs) }))
    .filter((text) => !text.includes('\0'));

  fc.assert(
    fc.property(title, title, (text, before) => {
      const read = words(rerunCommand({ area: 'authnz', title: text }, {}));

      expect(read.slice(0, -1)).toEqual(['pnpm', 'uat', 'authnz', '--grep']);
      const found = new RegExp(read.at(-1) ?? '(?!)').exec(text);
      expect(found?.[0]).toBe(text);
      expect(new RegExp(read.at(-1) ?? '(?!)', 'gi').test(`authnz a.spec.ts ${before} ${text} @ENG-1`)).toBe(
        true,
      );
    }),
  );
});
