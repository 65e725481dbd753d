import { shortened } from './shortened.ts';

/** The first line of what a matcher says: `expect(locator).not.toBeVisible() failed`. */
const hint =
  /^expect(?:\.\w+)*\((?<receiver>\w*)\)(?:\.(?:resolves|rejects))?(?<not>\.not)?\.(?<matcher>\w+)\(/;

/** `Expected substring: "moon"`, `Received:    401`. */
const labelled = /^(?<side>Expected|Received)(?<what>(?: \w+)*): +(?<value>\S.*)$/;

/** Maximum length of a value in a headline. */
const longestValue = 100;

/**
 * The expectation and result of a failed matcher in one line: `expected 200, got 401`, `expected getByRole('list') to
 * be visible, got hidden`. `undefined` for a message that is not a matcher's. Parses the messages of
 * `jest-matcher-utils` and of Playwright's `lib/matchers`.
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
    // "expected visible" repeats the matcher.
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
  /** Kind of the expected value, if the message names it: `substring`, `length`. */
  what: string;
  expected?: string | undefined;
  received?: string | undefined;
  /** Key path in a larger value: `body.items`. */
  place?: string;
}

/** The two values in a message: the first pair of one kind, else the first of each side. */
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

/** The first line of a diff by `jest-diff`: `- Expected  - 2`. */
const legend = /^- Expected.*-\s+\d+$/;

/** The values of both sides at the first difference in a diff. */
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

/** The key path of a line in a diff, from the less indented lines above it that open an object or array. */
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
