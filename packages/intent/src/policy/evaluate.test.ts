import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { modeNow, strictFrom } from './mode-now.ts';
import { parsePolicy } from './parse-policy.ts';
import { policyChanges } from './policy-changes.ts';
import type { Policy, Rule } from './policy-schema.ts';
import type { Snapshot } from './snapshot.ts';

const written = readFileSync(path.join(projectRoot, 'gate.policy.yaml'), 'utf8');
const policy = policyIn(written);
const now = '2027-01-15T09:00:00.000Z';
const dod = '## Acceptance criteria\n- the list keeps its order after reload\n';
const mock = '\nMock: https://www.figma.com/design/a/b\n';
const contract = '\nContract: contracts/lists.openapi.yaml\n';

function policyIn(text: string): Policy {
  const parsed = parsePolicy(text);
  if (parsed.kind === 'problems') throw new Error(parsed.problems.join('\n'));
  return parsed.policy;
}

const ticket = (description: string, more: Partial<Snapshot> = {}): Snapshot => ({
  id: 'ENG-1',
  description,
  labels: [],
  ...more,
});
const verdictOf = (description: string, more: Partial<Snapshot> = {}) =>
  evaluate(policy, ticket(description, more), now).verdict;

describe('the policy of the repository', () => {
  test.each([
    ['other work needs the Definition of Done alone', dod, ['chore'], 'pass'],
    ['other work without one', 'Bump it.', ['chore'], 'block'],
    ['interface work without a mock', dod, ['ui'], 'block'],
    ['interface work with a mock lacks only what is advised', dod + mock, ['Front-End'], 'advise'],
    ['interface work with a contract', dod + contract, ['ui'], 'advise'],
    ['contract work with a contract', dod + contract, ['api'], 'advise'],
    ['work on both with one link', dod + mock, ['ui', 'api'], 'block'],
    ['work on both without a sign-off', dod + mock + contract, ['ui', 'api'], 'block'],
    [
      'work on both with a sign-off that names both versions',
      `${dod}${mock}${contract}\nSign-off: Preston, mock v3 and contract 1.2.0`,
      ['ui', 'api'],
      'advise',
    ],
    [
      'work on both with a sign-off of one version',
      `${dod}${mock}${contract}\nSign-off: Preston, mock v3`,
      ['ui', 'api'],
      'block',
    ],
    [
      'work on both whose contract moved on after the sign-off',
      `${dod}${mock}\nContract: contracts/lists.openapi.yaml (1.3.0)\n\nSign-off: Preston, mock v3 and contract 1.2.0`,
      ['ui', 'api'],
      'block',
    ],
    ['an exempt label', '', ['Gate exempt'], 'pass'],
  ])('%s', (_name, description, labels, verdict) => {
    expect(verdictOf(description, { labels })).toBe(verdict);
  });

  test('passes a ticket that has everything', () => {
    const all = `Milestone: Beta 2\n\n${dod}${mock}\n## Success criteria\n- p95 below 300 ms\n\nDesign note: https://a.b/c\n`;

    expect(evaluate(policy, ticket(all, { labels: ['ui'] }), now)).toMatchObject({
      verdict: 'pass',
      reasons: [],
    });
  });

  test('exempts tickets that were started before it, and tickets by bots', () => {
    expect(verdictOf('', { startedAt: '2026-11-30T10:00:00.000Z' })).toBe('pass');
    expect(verdictOf('', { author: { name: 'renovate', isBot: true } })).toBe('pass');
    expect(verdictOf('', { startedAt: '2026-12-01T10:00:00.000Z' })).toBe('block');
  });

  test('accepts what is attached to the ticket', () => {
    const attached = {
      mocks: [{ url: 'https://www.figma.com/design/a/b', line: 0, version: undefined }],
      designNote: true,
    };
    const { verdict, reasons } = evaluate(
      policy,
      ticket(dod, { labels: ['ui'], milestone: 'Beta', attached }),
      now,
    );

    expect(verdict).toBe('advise');
    expect(reasons).toEqual([expect.stringMatching(/^success-criteria: /)]);
  });

  test('requires ticked items when the ticket is done', () => {
    const half = 'AC\n- [x] the list has an order\n- [ ] it is kept after a reload';

    expect(evaluate(policy, ticket(half), now, { at: 'done' })).toMatchObject({
      verdict: 'advise',
      reasons: [expect.stringContaining('1 of 2 items are open: “it is kept after a reload” (line 3)')],
    });
  });
});

describe('overrides', () => {
  const override = { who: 'Daniel', why: 'The demo is on Friday.', until: '2027-01-15' };

  test('lift the rules they name until the end of their day', () => {
    const lifted = { labels: ['ui'], overrides: [{ ...override, rules: ['mock-or-contract'] }] };

    expect(evaluate(policy, ticket(dod, lifted), '2027-01-15T23:59:00.000Z').verdict).toBe('advise');
    expect(evaluate(policy, ticket(dod, lifted), '2027-01-16T00:00:00.000Z').verdict).toBe('block');
    expect(evaluate(policy, ticket('', lifted), '2027-01-15T12:00:00.000Z').verdict).toBe('block');
  });

  test('are shown in the tree', () => {
    const { tree } = evaluate(policy, ticket('', { overrides: [override] }), now);

    expect(tree.children[0]).toMatchObject({
      status: 'skipped',
      reason: 'Daniel lifted it until 2027-01-15: The demo is on Friday.',
    });
  });
});

describe('modes', () => {
  const rule: Rule = { ...policy.rules[0]!, changed: '2027-01-04' };
  const cycles = [{ startsAt: '2027-01-04T00:00:00Z' }, { startsAt: '2027-01-18T00:00:00Z' }];

  test('a changed rule runs in shadow first, and becomes strict at the start of a cycle', () => {
    expect(modeNow(rule, '2027-01-05T00:00:00.000Z')).toBe('shadow');
    expect(modeNow(rule, '2027-01-11T00:00:00.000Z')).toBe('enforce');
    expect(modeNow(rule, '2027-01-11T00:00:00.000Z', cycles)).toBe('shadow');
    expect(modeNow(rule, '2027-01-18T00:00:00.000Z', cycles)).toBe('enforce');
    expect(strictFrom({ ...rule, shadow_until: '2027-01-25' }, cycles)).toBe('2027-01-25T00:00:00.000Z');
  });

  test('a relaxed rule is relaxed at once', () => {
    expect(modeNow({ ...rule, mode: 'off' }, '2027-01-05T00:00:00.000Z', cycles)).toBe('off');
  });

  test('a rule in shadow blocks no ticket, is reported as watched, and can be evaluated as if enforced', () => {
    const watching = policyIn(written.replace('mode: enforce', 'mode: shadow'));

    expect(evaluate(watching, ticket(''), now)).toMatchObject({
      verdict: 'pass',
      watched: [expect.stringMatching(/^definition-of-done/)],
    });
    expect(evaluate(watching, ticket(''), now, { asEnforced: true }).verdict).toBe('block');
  });

  test('a rule that was made stricter must be dated', () => {
    const stricter = policyIn(written.replace('mode: advise', 'mode: enforce'));

    expect(policyChanges(policy, stricter)).toEqual([
      expect.stringContaining("'success-criteria' was changed"),
    ]);
    expect(policyChanges(policy, policy)).toEqual([]);
  });
});

describe('parsePolicy', () => {
  test.each([
    [
      'mode: enforce',
      'mode: enforced',
      /^line \d+, rules › 0 › mode: 'enforced' is not a mode; use off, shadow, advise, enforce\. Did you mean 'enforce'\?$/,
    ],
    [
      'require: dod',
      'requires: dod',
      /^line \d+, rules › 0 › requires: there is no setting 'requires'\. Did you mean 'require'\?$/,
    ],
    ["since: '2026-12-01'", "since: 'soon'", /^line \d+, since: write a day as 2026-12-01\.$/],
    [
      'id: mock-or-contract',
      'id: definition-of-done',
      /^line \d+, rules › 1 › id: there is more than one rule 'definition-of-done'\.$/,
    ],
    ['version: 1', 'version: [', /^line \d+: /],
  ])('%s → %s', (right, wrong, sentence) => {
    const parsed = parsePolicy(written.replace(right, wrong));

    expect(parsed.kind).toBe('problems');
    expect(parsed.kind === 'problems' ? parsed.problems : []).toContainEqual(expect.stringMatching(sentence));
  });

  test('points to the line of the mistake', () => {
    const wrong = written.replace('require: milestone', 'require: millstone');
    const line = wrong.split('\n').findIndex((one) => one.includes('millstone')) + 1;
    const parsed = parsePolicy(wrong);

    expect(parsed.kind === 'problems' ? parsed.problems[0] : '').toContain(`line ${line}, `);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parsePolicy(text).kind).toBe('problems');
      }),
    );
  });
});

describe('evaluate', () => {
  test('gives the same result for the same input, and changes nothing', () => {
    const texts = fc.array(
      fc.constantFrom(dod, mock, contract, 'TBD\n', 'Milestone: Beta\n', '> ', '<!--', 'a button\n'),
      { maxLength: 8 },
    );
    const labels = fc.subarray(['ui', 'api', 'chore', 'gate-exempt']);
    fc.assert(
      fc.property(texts, labels, (parts, some) => {
        const snapshot = Object.freeze(ticket(parts.join('\n'), { labels: some }));
        const first = evaluate(policy, snapshot, now);
        expect(evaluate(policy, structuredClone(snapshot), now)).toEqual(first);
        expect(first.verdict === 'block').toBe(
          first.tree.children.some(({ status, mode }) => status === 'failed' && mode === 'enforce'),
        );
      }),
    );
  });

  test('is explained in words that say what to do', () => {
    const text = explain(evaluate(policy, ticket('## Acceptance criteria\nTBD\n', { labels: ['ui'] }), now));

    expect(text).toContain('BLOCK');
    expect(text).toContain(
      'does not count: “TBD” (section “Acceptance criteria”, line 2), it is a placeholder',
    );
    expect(text).toContain('Link the mock of this change under “Mock”');
  });
});
