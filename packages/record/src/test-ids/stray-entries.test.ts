import { expect, test } from 'vitest';
import { planned, quarantineOf } from '../testing/index.ts';
import { strayEntries } from './stray-entries.ts';

const tests = [
  planned('authnz/sign-in#a-user-signs-in'),
  { ...planned('authnz/sign-in#a-token-ends'), aliases: ['authnz/sign-in#a-token-stops'] },
  planned('installers/removal#gone@acme-deb'),
];
const strayIn = (id: string, whole = true) => strayEntries({ quarantine: [quarantineOf(id)], whole }, tests);

test.each([
  'authnz/sign-in#a-user-signs-in',
  'authnz/sign-in#a-token-stops',
  'installers/removal#gone',
  'installers/removal#gone@acme-deb',
  // Of a package, or an area, that this run is not about.
  'installers/removal#gone@another',
  'smoke/health#up',
])('an entry about %s is right', (id) => {
  expect(strayIn(id)).toEqual([]);
});

test('an entry that is about no test is told, with what it may have meant', () => {
  expect(strayIn('authnz/sign-in#a-user-sign-in')).toEqual([
    expect.stringMatching(
      /^quarantine\.yaml: there is no test authnz\/sign-in#a-user-sign-in \(ENG-9\)\. .*authnz\/sign-in#a-user-signs-in/,
    ),
  ]);
  expect(strayIn('installers/removal#kept@acme-deb')).toHaveLength(1);
});

test('where only some tests were asked for, nothing is known of the others', () => {
  expect(strayIn('authnz/sign-in#gone', false)).toEqual([]);
});
