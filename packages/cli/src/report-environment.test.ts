import type { RunFacts } from '@uat/runner';
import { expect, test } from 'vitest';
import { reportEnvironment } from './report-environment.ts';

const facts: RunFacts = {
  runId: '20261122-1831-k3f9',
  startedAt: '2026-11-22T18:31:07.120Z',
  target: { name: 'staging', url: 'http://t.test', version: '1.2.0', contractVersion: '1.2.0' },
  suiteCommit: '83e2d5b',
  lane: 'cd',
  areas: ['authnz'],
};

test('the report says against what, from which commit and with which browser a run was made', () => {
  expect(reportEnvironment(facts, '/usr/bin/chromium')).toEqual({
    target: 'staging',
    url: 'http://t.test',
    lane: 'cd',
    version: '1.2.0',
    'suite commit': '83e2d5b',
    browser: '/usr/bin/chromium',
  });
});

test('and leaves out what nobody knows', () => {
  const target = { ...facts.target, version: null };

  expect(reportEnvironment({ ...facts, target, suiteCommit: null }, undefined)).toEqual({
    target: 'staging',
    url: 'http://t.test',
    lane: 'cd',
  });
});
