import { expect, test } from 'vitest';
import { reportEnvironment } from './report-environment.ts';

const header = { lane: 'cd', suiteCommit: '83e2d5b' };
const about = { name: 'staging', url: 'http://t.test', version: '1.2.0', faults: ['A4', 'A24'] };

test('the report says against what, from which commit and with which browser a run was made', () => {
  expect(reportEnvironment({ header, about, browser: '/usr/bin/chromium' })).toEqual({
    target: 'staging',
    url: 'http://t.test',
    lane: 'cd',
    version: '1.2.0',
    'suite commit': '83e2d5b',
    browser: '/usr/bin/chromium',
    'past defects': 'A4, A24',
  });
});

test('and leaves out what nobody knows', () => {
  const unknown = {
    header: { ...header, suiteCommit: null },
    about: { ...about, version: null, faults: [] },
    browser: undefined,
  };

  expect(reportEnvironment(unknown)).toEqual({ target: 'staging', url: 'http://t.test', lane: 'cd' });
});
