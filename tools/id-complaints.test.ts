import { expect, test } from 'vitest';
import { idComplaints, withNewIds } from './id-complaints.ts';

const signIn = (title: string) => `authnz/sign-in#${title}`;
const known = { tests: [signIn('a-wrong-password-is-refused'), signIn('a-user-signs-in')], aliases: {} };
const [refused, signsIn] = known.tests as [string, string];

test('existing tests and new ones raise no question', () => {
  expect(idComplaints(known, [refused, signsIn, signIn('a-new-one')])).toEqual([]);
});

test('a changed title raises a question that suggests the most similar new title of the same file', () => {
  const today = [
    signsIn,
    signIn('it-works'),
    signIn('a-wrong-password-is-rejected'),
    'authnz/tokens#a-wrong',
  ];

  expect(idComplaints(known, today)).toEqual([
    [
      `The test '${refused}' is gone, and its history would go with it. What happened to it?`,
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

test('two lost tests are not matched to the same new one', () => {
  const today = [signIn('a-user-can-sign-in'), signIn('a-wrong-password-is-denied')];

  const complaints = idComplaints(known, today);

  expect(complaints).toHaveLength(2);
  for (const id of today) expect(complaints.filter((one) => one.includes(`'${id}'`))).toHaveLength(1);
});

test('a lost test raises a question even without a similar new one', () => {
  expect(idComplaints(known, [signsIn])[0]).toContain(`rename '${refused}' 'its new id'`);
});

test.each([
  { what: 'renamed', aliases: { [refused]: signIn('b') } },
  { what: 'renamed twice', aliases: { [refused]: signIn('c'), [signIn('c')]: signIn('b') } },
  { what: 'removed', aliases: { [refused]: null } },
])('a test known to be $what raises no question', ({ aliases }) => {
  expect(idComplaints({ ...known, aliases }, [signsIn, signIn('b')])).toEqual([]);
});

test('an alias of a lost test raises a question, even if it is not among the tests', () => {
  expect(idComplaints({ tests: [], aliases: { [refused]: signIn('b') } }, [])[0]).toContain(signIn('b'));
});

test('a new test must not take over the former id of another', () => {
  const aliases = { [refused]: signIn('c'), [signIn('c')]: signIn('b') };

  expect(idComplaints({ tests: [signIn('b')], aliases }, [signIn('b'), refused])).toEqual([
    `The new test '${refused}' has a former id of '${signIn('b')}' and would share its history. Give it another title.`,
  ]);
});

test('new tests are added, and a test that is back after its removal is no longer a former one', () => {
  const aliases = { [refused]: null, [signIn('c')]: signsIn };

  expect(withNewIds({ tests: [signsIn], aliases }, [signsIn, refused])).toEqual({
    tests: [signsIn, refused],
    aliases: { [signIn('c')]: signsIn },
  });
});
