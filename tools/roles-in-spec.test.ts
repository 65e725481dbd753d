import { expect, test } from 'vitest';
import { rolesInSpec } from './roles-in-spec.ts';

const spec = `import { covers, expect, test } from '@uat/fixtures';

const rows = [
  { role: 'viewer', title: 'a viewer is denied' },
  { role: 'admin', title: 'an administrator is served' },
] as const;

test.describe('roles', () => {
  test('many act', covers('ENG-1'), async ({ as, consoleAs, data }) => {
    const viewer = await as('viewer', { fresh: true });
    const console = await consoleAs('anonymous');
    await data.user('admin');
    await as({ token: 'user' });
  });

  for (const { role, title } of rows) {
    test(title, covers('ENG-1'), async ({ as }) => {
      await as(role);
    });
  }

  test('a function acts', covers('ENG-1'), async ({ as }) => {
    await signedIn(as);
  });

  test('no role acts', covers('ENG-1'), async ({ target }) => {
    expect(target.url).toBe('user');
  });
});

async function signedIn(as) {
  await as('user');
}
`;
const rolesOf = rolesInSpec('roles.spec.ts', spec);

test.each([
  { line: 9, title: 'many act', roles: ['admin', 'viewer', 'anonymous'] },
  { line: 17, title: 'a viewer is denied', roles: ['viewer'] },
  { line: 17, title: 'an administrator is served', roles: ['admin'] },
  { line: 22, title: 'a function acts', roles: ['user'] },
  { line: 26, title: 'no role acts', roles: [] },
])('the roles of "$title" are found', ({ line, title, roles }) => {
  expect(rolesOf(line, title)).toEqual(roles);
});

test('a line without a test is an error', () => {
  expect(() => rolesOf(10, 'many act')).toThrow('roles.spec.ts:10 is not a test');
});
