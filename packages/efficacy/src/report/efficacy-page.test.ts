import { expect, test } from 'vitest';
import { efficacyPage } from './efficacy-page.ts';
import { efficacyReport } from './efficacy-report.ts';
import type { FaultResult } from '../fault-result.ts';

const results: FaultResult[] = [
  {
    kind: 'caught',
    row: { fault: 'A4', caughtBy: ['a'], alsoRed: ['b'], seconds: 2.9 },
    unexplained: [],
  },
  { kind: 'survived', row: { fault: 'A24', caughtBy: [], alsoRed: [], seconds: null } },
];
const page = efficacyPage({
  title: 'Authentication',
  report: efficacyReport({
    area: 'authnz',
    fast: false,
    stopWhenCaught: false,
    results,
    falseAlarms: [],
    order: ['a', 'b'],
  }),
  results,
  faults: [
    { id: 'A4', sentence: 'A token goes on working.', source: 'ENG-2861' },
    { id: 'A24', sentence: '<script>alert("A24")</script>', source: 'ENG-8749' },
  ],
  tests: ['a', 'b'].map((id) => ({
    id,
    aliases: [],
    title: `promise ${id}`,
    file: `suites/authnz/${id}.spec.ts:1`,
    area: 'authnz',
    capability: `capability ${id}`,
    tickets: [],
    catches: [],
    severity: 'normal',
    retries: 0,
    requires: [],
    dependency: false,
  })),
  at: new Date('2026-11-25T02:10:00Z'),
});

test('the survivor stands on top, whatever the order of the list', () => {
  expect(page.indexOf('SURVIVED')).toBeGreaterThan(0);
  expect(page.indexOf('SURVIVED')).toBeLessThan(page.indexOf('A token goes on working.'));
});

test('a cell names its tests', () => {
  expect(page).toMatch(/<span class="cell caught" title="promise a"\s*>1</);
  expect(page).toMatch(/<span class="cell also" title="promise b"\s*>1</);
});

test('a sentence is text, and the page loads nothing', () => {
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toMatch(/<script|src=|href=|url\(/);
});
