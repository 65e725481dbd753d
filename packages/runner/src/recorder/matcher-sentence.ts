import { shortened } from './shortened.ts';

/** The first line of what a matcher says: `expect(locator).not.toBeVisible() failed`. */
const hint =
  /^expect(?:\.\w+)*\((?<receiver>\w*)\)(?:\.(?:resolves|rejects))?(?<not>\.not)?\.(?<matcher>\w+)\(/;

/** `Expected substring: "moon"`, `Received:    401`. */
const labelled = /^(?<side>Expected|Received)(?<what>(?: \w+)*): +(?<value>\S.*)$/;

/** More of a value than this is not read in a headline. */
const longestValue = 100;

/**
 * What a failed matcher expected and what came, in one line: `expected 200, got 401`, `expected getByRole('list') to be
 * visible, got hidden`. Nothing when the message is none of a matcher's. Its form is that of `jest-matcher-utils` and of
 * Playwright's `lib/matchers`.
 */
export function matcherSentence(message: string): string | undefined {
  const [first = '', ...rest] = message.split('\n');
  const { receiver = '', not, matcher } = hint.exec(first)?.groups ?? {};
  if (matcher === undefined) return undefined;

  const callLog = rest.findIndex((line) => /^Call log:/i.test(line));
  const lines = callLog === -1 ? rest : rest.slice(0, callLog);
  const told = (name: string) =>
    lines
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
      .trim();
  const { what, expected, received, place = '' } = firstDifference(lines) ?? comparison(lines);
  const subject = told('Locator') ?? (/^(?:page|response)$/.test(receiver) ? `the ${receiver}` : undefined);
  const got = received === undefined ? '' : `, got ${received}${place === '' ? '' : ` at ${place}`}`;
  const doing = `${not === undefined ? '' : 'not '}to ${words(matcher)}`;

  if (subject !== undefined) {
    const value = expected?.replace(/^not /, '');
    // "expected visible": the matcher has said so.
    const isSaid = value === undefined || matcher.startsWith('toBe') || value === words(matcher);
    const problem = told('Error');
    const end = problem === undefined ? got : `, but ${problem.replace(/:$/, '')}`;
    return `expected ${subject} ${doing}${isSaid ? '' : ` ${value}`}${end}`;
  }
  if (expected !== undefined) return `expected ${what === '' ? '' : `${what} `}${expected}${got}`;
  if (received !== undefined) return `expected ${received} ${doing}`;
  const remark = lines.join('\n').trim().split('\n\n')[0] ?? '';
  return `expected it ${doing}${remark === '' ? '' : `: ${shortened(remark.replaceAll('\n', ', '), longestValue)}`}`;
}

interface Comparison {
  /** What kind of thing is expected, if that is said: `substring`, `length`. */
  what: string;
  expected?: string | undefined;
  received?: string | undefined;
  /** Where in a larger value: `body.items`. */
  place?: string;
}

/** The two values that a message names: the first ones of a kind, or else the first ones. */
function comparison(lines: readonly string[]): Comparison {
  const values = lines.flatMap((line) => {
    const { side, what = '', value = '' } = labelled.exec(line)?.groups ?? {};
    return side === undefined
      ? []
      : [{ side, what: what.trim(), value: shortened(value.trim(), longestValue) }];
  });
  const expected = values.filter(({ side }) => side === 'Expected');
  const received = values.filter(({ side }) => side === 'Received');
  const alike = expected.find(({ what }) => received.some((one) => one.what === what));
  const [want, got] =
    alike === undefined
      ? [expected[0], received[0]]
      : [alike, received.find(({ what }) => what === alike.what)];
  return { what: want?.what ?? '', expected: want?.value, received: got?.value };
}

/** Where a diff as `jest-diff` prints it begins: `- Expected  - 2`. */
const legend = /^- Expected.*-\s+\d+$/;

/** What each side has at the first place of a diff where they differ. */
function firstDifference(lines: readonly string[]): Comparison | undefined {
  const start = lines.findIndex((line) => legend.test(line));
  if (start === -1) return undefined;
  const diff = lines.slice(start + 2);
  const first = diff.findIndex((line) => /^[-+] /.test(line));
  const last = diff.findIndex((line, at) => at > first && !/^[-+] /.test(line));
  const changed = first === -1 ? [] : diff.slice(first, last === -1 ? undefined : last);
  const side = (sign: '-' | '+') => {
    const line = changed.find((one) => one.startsWith(sign));
    return line === undefined ? 'nothing' : shortened(line.slice(2).trim().replace(/,$/, ''), longestValue);
  };
  if (changed.length === 0) return undefined;
  return { what: '', expected: side('-'), received: side('+'), place: keyPath(diff, first) };
}

/** The keys of what a line of a diff lies in: lines above it that open something and are indented less. */
function keyPath(diff: readonly string[], at: number): string {
  const indentOf = (line: string) => /^[-+ ] *(?=\S|$)/.exec(line)?.[0].length ?? 0;
  let indent = indentOf(diff[at] ?? '');
  const keys = diff
    .slice(0, at)
    .toReversed()
    .flatMap((line) => {
      const key = /^ +"?(?<key>[^"]+?)"?: .*[[{]$/.exec(line)?.groups?.['key'];
      if (key === undefined || indentOf(line) >= indent) return [];
      indent = indentOf(line);
      return [key];
    });
  return keys.toReversed().join('.');
}

/** `toHaveText` → `have text`, `toBeOK` → `be OK`. */
function words(matcher: string): string {
  return matcher
    .replace(/^to(?=[A-Z])/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z][A-Za-z])/g, ' ')
    .replaceAll(/\b[A-Z](?=[a-z]+\b)/g, (letter) => letter.toLowerCase());
}
