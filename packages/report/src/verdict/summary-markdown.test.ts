import {
  answered,
  diagnostic,
  failed,
  ineligible,
  passed,
  plan,
  planned,
  policy,
  quarantineOf,
  target,
  verdictOn,
} from '@uat/record/testing';
import { describe, expect, test } from 'vitest';
import { summaryMarkdown } from './summary-markdown.ts';

const a = 'authnz/tokens#a-revoked-token-stops-working';
const b = 'authnz/tokens#b';

function lines(...args: Parameters<typeof verdictOn>): string[] {
  return summaryMarkdown(verdictOn(...args)).split('\n');
}

describe('the summary', () => {
  test('begins with the verdict, what it means and where', () => {
    const [title, , sentence] = lines([plan(planned(a)), passed(a)]);

    expect(title).toBe('## UAT: pass');
    expect(sentence).toBe(
      '1 promise was kept, none broken. Target embedded (http://127.0.0.1:41233), lane local, run `20261122-1831-k3f9`, 41.8 s.',
    );
  });

  test('counts in the order of its columns', () => {
    const summary = lines([
      plan(planned('smoke/a#a', { dependency: true }), planned(a), planned(b), planned('c')),
      passed(a),
      failed(b),
      passed(b, { index: 1 }),
    ]);

    expect(summary).toContain(
      '| discovered | passed | failed | in quarantine | flaky | skipped | not eligible | not run | unknown | dependency |',
    );
    expect(summary).toContain('| 3 | 1 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 |');
  });

  test('shows a failure with its ticket, error and the command that runs it again', () => {
    const summary = lines([plan(planned(a, { catches: ['A4'] })), failed(a), answered(a, 'up')]).join('\n');

    expect(summary).toContain('One promise is broken.');
    expect(summary).toContain('### Failures');
    expect(summary).toContain('- **a revoked token stops working** (authnz; ENG-1, A4; product)');
    expect(summary).toContain('  expected 401, got 200 from GET /api/auth/users/me');
    expect(summary).toContain("`pnpm uat authnz --grep 'a revoked token stops working'`");
  });

  test('says of a failure in quarantine why it blocks nothing', () => {
    const summary = lines([
      policy(quarantineOf(a)),
      plan(planned(a), planned(b)),
      failed(a),
      answered(a, 'up'),
      passed(b),
    ]);

    expect(summary[0]).toBe('## UAT: pass');
    expect(summary).toContain('  in quarantine until 2026-12-01: ENG-9, ada: fails one time in ten  ');
  });

  test('lists trouble and what was not proven', () => {
    const summary = lines([plan(planned(a), planned(b)), ineligible(a, 'grant:policy', 'no grant')]);

    expect(summary).toContain('- 1 test did not run: no result came back');
    expect(summary).toContain(`- \`${a}\`: no grant`);
  });

  test('has no empty sections', () => {
    expect(lines([plan(planned(a)), passed(a)]).filter((line) => line.startsWith('###'))).toEqual([]);
  });

  test('keeps a foreign text on its line and from being markup', () => {
    const problem = diagnostic('infrastructure', 'a <img> |\n[link](x) `*_');

    expect(lines([problem])).toContain(String.raw`- a \<img\> \| \[link\](x) ${'\\`'}\*\_`);
  });

  test.each([
    { title: 'two\nlines', shown: '- **two lines** (' },
    { title: '# and `ticks` | *', shown: String.raw`- **\# and \`ticks\` \| \*** (` },
    { title: '1. & \\ $a$ ~~b~~', shown: String.raw`- **1\. \& \\ \$a\$ \~\~b\~\~** (` },
    { title: '\u001B[31mred\u001B[0m \u202E', shown: String.raw`- **\\u001b\[31mred\\u001b\[0m \\u202e** (` },
  ])('shows an odd title as what it is: $shown', ({ title, shown }) => {
    const summary = lines([plan(planned(a, { title })), failed(a), answered(a, 'up')]).join('\n');

    expect(summary).toContain(shown);
  });

  test.each([
    { title: 'plain', shown: "  `pnpm uat authnz --grep 'plain'`" },
    { title: 'a `code` and ``more``', shown: "  ```pnpm uat authnz --grep 'a `code` and ``more``'```" },
    { title: '`', shown: "  ``pnpm uat authnz --grep '`'``" },
    { title: 'two\nlines', shown: "  `pnpm uat authnz --grep 'two\\u000alines'`" },
  ])('keeps the command in its code span: $shown', ({ title, shown }) => {
    const summary = lines([plan(planned(a, { title })), failed(a), answered(a, 'up')]).join('\n');

    expect(summary).toContain(shown);
  });

  test('names the target only where its address never became known', () => {
    const unknown = { ...target, name: 'moon', url: null };

    expect(lines([unknown])[2]).toContain(' Target moon, lane local');
  });
});

test.each([
  { kind: 'empty', events: [plan()], sentence: 'Nothing was checked: the selection contains no test.' },
  {
    kind: 'empty',
    events: [plan(planned(a)), ineligible(a, 'grant:policy', 'no grant')],
    sentence: 'Nothing was checked: none of the selected tests can be judged on this target.',
  },
  {
    kind: 'regression',
    events: [plan(planned(a), planned(b)), failed(a), answered(a, 'up'), failed(b), answered(b, 'up')],
    sentence: '2 promises are broken.',
  },
  {
    kind: 'regression',
    events: [plan(planned(a), planned(b)), failed(a), answered(a, 'up'), failed(b), answered(b, 'down')],
    sentence: 'One promise is broken.',
  },
  {
    kind: 'infrastructure',
    events: [plan(planned(a))],
    sentence: 'The product could not be judged: something else was missing.',
  },
  {
    kind: 'configuration',
    events: [diagnostic('configuration', 'x')],
    sentence: 'The run is not set up correctly.',
  },
  {
    kind: 'interrupted',
    events: [{ event: 'stopped', by: 'signal', signal: 'SIGINT', reason: 'the run was interrupted' }],
    sentence: 'The run was interrupted; the results until then are listed.',
  },
] as const)('$kind in one sentence: $sentence', ({ kind, events, sentence }) => {
  const summary = summaryMarkdown(verdictOn(events));

  expect(summary).toContain(`## UAT: ${kind}\n\n${sentence}`);
});
