import { expect, test } from 'vitest';
import { environmentProperties } from './environment-properties.ts';

const header = { lane: 'cd', suiteCommit: '83e2d5b' };
const about = { name: 'staging', url: 'http://t.test', version: '1.2.0', faults: ['A4', 'A24'] };

test('the report says against what, from which commit and with which browser a run was made', () => {
  expect(environmentProperties({ header, about, browser: '/usr/bin/chromium' }).split('\n')).toEqual([
    'target=staging',
    'url=http://t.test',
    'lane=cd',
    'version=1.2.0',
    String.raw`suite\ commit=83e2d5b`,
    'browser=/usr/bin/chromium',
    String.raw`faults=A4, A24`,
    '',
  ]);
});

test('and leaves out what is not known, and keeps a line a line', () => {
  const unknown = {
    header: { ...header, suiteCommit: null },
    about: { ...about, name: 'a\\b\nc', version: null, faults: [] },
    browser: undefined,
  };

  expect(environmentProperties(unknown)).toBe('target=a\\\\b\\nc\nurl=http://t.test\nlane=cd\n');
});
