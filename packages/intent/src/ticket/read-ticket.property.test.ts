import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelsOf } from './testing/labels-of.ts';
import { readTicket } from './read-ticket.ts';

const markup = fc.constantFrom(
  '## ',
  '- [ ] ',
  '> ',
  '```',
  '~~',
  '**',
  '_',
  '|',
  '\n\n',
  '\n',
  '<!--',
  '-->',
  '<details>',
  '<summary>',
  '](',
  '[',
  ': ',
  'TBD',
  'Acceptance criteria',
  'Definition of Done',
  'Mock',
  'Contract: ',
  'Milestone',
  'https://www.figma.com/design/a/b',
  'openapi.yaml',
  '\u0000',
  '受け入れ条件',
);
const hostile = fc
  .array(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 80 })
  .map((parts) => parts.join(''));

describe('readTicket on any text', () => {
  test('never throws, and gives a reason for each candidate', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { fields } = readTicket(text);
        for (const field of Object.values(fields)) {
          for (const { why, where } of field.candidates) expect([why, where]).not.toContain('');
        }
      }),
      { numRuns: 300 },
    );
  });

  test('finds no Definition of Done in a text without a label and without a scenario', () => {
    const words = fc.constantFrom(
      'the',
      'list',
      'keeps',
      'its',
      'order',
      'after',
      'a',
      'reload',
      '- ',
      '\n',
      '\n\n',
      '- [ ] ',
      '## Title\n',
      '**',
      '1. ',
      '[x](https://a.b/c)',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        expect(readTicket(parts.join(' ')).fields.dod.present).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('finds a Definition of Done under every label, at every level and in every form', () => {
    const form = fc.constantFrom(
      (label: string) => `## ${label}\n- the list keeps its order after a reload`,
      (label: string) => `###### ${label}\nThe list keeps its order after a reload.`,
      (label: string) => `**${label}**\n- [ ] the list keeps its order after a reload`,
      (label: string) => `${label}:\n* the list keeps its order after a reload`,
      (label: string) =>
        `<details><summary>${label}</summary>\n\n- the list keeps its order after a reload\n\n</details>`,
      (label: string) => `| ${label} |\n|---|\n| the list keeps its order after a reload |`,
      (label: string) => `- **${label}**: the list keeps its order after a reload`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...labelsOf('dod')), form, (label, write) => {
        expect({ label, present: readTicket(`Some words.\n\n${write(label)}`).fields.dod.present }).toEqual({
          label,
          present: true,
        });
      }),
      { numRuns: 400 },
    );
  });

  test('text that is struck through, commented out or fenced counts for nothing', () => {
    const hide = fc.constantFrom(
      (text: string) =>
        text
          .split('\n')
          .map((line) => (line === '' ? line : `~~${line}~~`))
          .join('\n\n'),
      (text: string) => `<!--\n${text}\n-->`,
      (text: string) => `\`\`\`md\n${text}\n\`\`\``,
    );
    const text =
      'Acceptance criteria: the list keeps its order\nMilestone: Beta\nMock: https://www.figma.com/design/a/b\nContract: contracts/a.openapi.yaml';
    fc.assert(
      fc.property(hide, (hidden) => {
        const { fields } = readTicket(`Some words.\n\n${hidden(text)}`);
        expect(Object.values(fields).map(({ present }) => present)).not.toContain(true);
      }),
    );
  });
});

describe('readTicket on hostile text', () => {
  const line = (text: string, times: number) => text.repeat(times);
  test.each([
    ['1 MB of a letter', line('a', 1e6)],
    ['1 MB of sections', line('## Acceptance criteria\n- a b c\n\n', 32_000)],
    ['brackets', line('[', 60_000)],
    ['stars', line('*a ', 20_000)],
    ['nested quotes', `${line('>', 30_000)} a`],
    ['nested numbers', line('1. ', 20_000)],
    [
      'a deeply nested list',
      Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
    ],
    ['tags', line('<div>', 12_000)],
    ['a table', `|a|b|\n|-|-|\n${line('|x|y|\n', 10_000)}`],
    ['footnotes', line('[^a]: b\n', 7000)],
    ['definitions', line('[a]: /b\n', 8000)],
    ['back-ticks', line('`a``b```c', 7000)],
    ['paragraphs', line('[a\n\n', 16_000)],
    ['spaces', `${line(' ', 64_000)}a`],
    ['addresses', line('a@b.', 15_000)],
    ['names', line('Aa ', 20_000)],
    ['approvals', line('approved by ', 5000)],
    ['labels behind sentences', line('DoD: a. ', 8000)],
    ['figures', line('under 1 today ', 4500)],
  ])('%s', (_name, text) => {
    const before = process.cpuUsage();

    readTicket(text);

    // CPU time of this process, so that a busy machine does not fail it; measured below one second.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(4);
  });
});
