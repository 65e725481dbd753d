import { expect, test } from 'vitest';
import { idComplaints, withNewIds } from './id-complaints.ts';

const signIn = (title: string) => `authnz/sign-in#${title}`;
const known = { tests: [signIn('a-wrong-password-is-refused'), signIn('a-user-signs-in')], aliases: {} };
const [refused, signsIn] = known.tests as [string, string];

test('tests that are all there, and new ones, need no word', () => {
  expect(idComplaints(known, [refused, signsIn, signIn('a-new-one')])).toEqual([]);
});

test('a changed title is asked about, with the most similar new title of the same file', () => {
  const today = [
    signsIn,
    signIn('it-works'),
    signIn('a-wrong-password-is-rejected'),
    'authnz/tokens#a-wrong',
  ];

  expect(idComplaints(known, today)).toEqual([
    [
      `The test '${refused}' is gone, and with it would go its history. Say what became of it:`,
      `  its title or file changed:  pnpm uat history rename '${refused}' '${signIn('a-wrong-password-is-rejected')}'`,
      `  it was removed on purpose:  pnpm uat history remove '${refused}'`,
    ].join('\n'),
  ]);
});

test('a test that moved to another file of its area is found there', () => {
  const moved = 'authnz/passwords#a-wrong-password-is-refused';

  expect(idComplaints(known, [signsIn, moved, 'smoke/ping#x']).join('\n')).toContain(
    `rename '${refused}' '${moved}'`,
  );
});

test('two tests are not said to have become the same one', () => {
  const today = [signIn('a-user-can-sign-in'), signIn('a-wrong-password-is-denied')];

  const complaints = idComplaints(known, today);

  expect(complaints).toHaveLength(2);
  for (const id of today) expect(complaints.filter((one) => one.includes(`'${id}'`))).toHaveLength(1);
});

test('a test without a similar new one is asked about all the same', () => {
  expect(idComplaints(known, [signsIn])[0]).toContain(`rename '${refused}' 'its new id'`);
});

test.each([
  { what: 'renamed', aliases: { [refused]: signIn('b') } },
  { what: 'renamed twice', aliases: { [refused]: signIn('c'), [signIn('c')]: signIn('b') } },
  { what: 'removed', aliases: { [refused]: null } },
])('what is known to be $what is not asked about', ({ aliases }) => {
  expect(idComplaints({ ...known, aliases }, [signsIn, signIn('b')])).toEqual([]);
});

test('an alias of a test that is gone is asked about, also when it is not among the tests', () => {
  expect(idComplaints({ tests: [], aliases: { [refused]: signIn('b') } }, [])[0]).toContain(signIn('b'));
});

test('a new test must not take over the former id of another', () => {
  const aliases = { [refused]: signIn('c'), [signIn('c')]: signIn('b') };

  expect(idComplaints({ tests: [signIn('b')], aliases }, [signIn('b'), refused])).toEqual([
    `The new test '${refused}' has a former id of '${signIn('b')}', and would share its history. Give it another title.`,
  ]);
});

test('new tests are added, and one that is back after its removal is no former one', () => {
  const aliases = { [refused]: null, [signIn('c')]: signsIn };

  expect(withNewIds({ tests: [signsIn], aliases }, [signsIn, refused])).toEqual({
    tests: [signsIn, refused],
    aliases: { [signIn('c')]: signsIn },
  });
});
