import { type Call, covers, expect, type Kamiwaza, type Requirement, test } from '@uat/fixtures';

/** The id of no user: requests about it change nothing, and a 404 comes from behind the gateway. */
const unknownUser = '5e1f0a52-0000-4000-8000-000000000001';
const invalidUser = { username: '', email: 'nowhere', password: '', roles: [] };

interface Limit {
  title: string;
  ticket: string;
  catches?: string | string[];
  requires?: Requirement[];
  calls: ((client: Kamiwaza) => Call<unknown>)[];
  /** The status with which each of the calls is answered. */
  answers: Record<'admin' | 'user' | 'viewer' | 'anonymous', number>;
}

const limits: Limit[] = [
  {
    title: 'reading the users is for administrators',
    ticket: 'ENG-8749',
    catches: 'A18',
    requires: ['capability:users'],
    calls: [({ users }) => users.list()],
    answers: { admin: 200, user: 403, viewer: 403, anonymous: 401 },
  },
  {
    title: 'only administrators learn whether a user exists',
    ticket: 'ENG-8749',
    catches: 'A18',
    requires: ['capability:users'],
    calls: [({ users }) => users.get(unknownUser), ({ users }) => users.resolve(unknownUser)],
    answers: { admin: 404, user: 403, viewer: 403, anonymous: 401 },
  },
  {
    title: 'an impossible user is refused to administrators as invalid, to others for lack of permission',
    ticket: 'ENG-8749',
    catches: 'A18',
    requires: ['capability:users'],
    calls: [({ users }) => users.create(invalidUser)],
    answers: { admin: 422, user: 403, viewer: 403, anonymous: 401 },
  },
  {
    title: 'only administrators change, remove or reset a user',
    ticket: 'ENG-8749',
    catches: 'A18',
    requires: ['capability:users'],
    calls: [
      ({ users }) => users.update(unknownUser, { active: false }),
      ({ users }) => users.remove(unknownUser),
      ({ users }) => users.setPassword(unknownUser, 'a-password-that-is-never-set'),
    ],
    answers: { admin: 404, user: 403, viewer: 403, anonymous: 401 },
  },
  {
    title: 'only administrators see the cluster and what happened on it',
    ticket: 'ENG-2861',
    catches: ['A19', 'A19b'],
    calls: [({ cluster }) => cluster.nodes(), ({ activity }) => activity.recent()],
    answers: { admin: 200, user: 403, viewer: 403, anonymous: 401 },
  },
  {
    title: 'everybody signed in sees the models, and no one else does',
    ticket: 'ENG-2861',
    calls: [({ models }) => models.list()],
    answers: { admin: 200, user: 200, viewer: 200, anonymous: 401 },
  },
  {
    title: 'the settings of the whole platform are for administrators',
    ticket: 'ENG-2861',
    requires: ['capability:consent', 'capability:policy'],
    calls: [({ security }) => security.config(), ({ policy }) => policy.get()],
    answers: { admin: 200, user: 403, viewer: 403, anonymous: 401 },
  },
];

test.describe('roles at the API itself', () => {
  for (const { title, ticket, catches = [], requires = [], calls, answers } of limits) {
    test(title, covers(ticket, { catches, severity: 'critical', requires }), async ({ as }) => {
      const [admin, user, viewer] = await Promise.all([as('admin'), as('user'), as('viewer')]);
      const anyone = await as('anonymous');

      for (const call of calls) {
        await expect(call(admin)).toBeAnsweredWith(answers.admin);
        await expect(call(user)).toBeAnsweredWith(answers.user);
        await expect(call(viewer)).toBeAnsweredWith(answers.viewer);
        await expect(call(anyone)).toBeAnsweredWith(answers.anonymous);
      }
    });
  }

  test(
    'everybody signed in is told their own name and roles',
    covers('ENG-8749', { severity: 'critical' }),
    async ({ as, account }) => {
      const [admin, user, viewer] = await Promise.all([as('admin'), as('user'), as('viewer')]);

      const [a, u, v] = await Promise.all([admin.auth.me(), user.auth.me(), viewer.auth.me()]);

      expect(a.username).toBe(account('admin').username);
      expect(a.roles).toHaveRoles('admin');
      expect(u.username).toBe(account('user').username);
      expect(u.roles).toHaveRoles('user');
      expect(v.username).toBe(account('viewer').username);
      expect(v.roles).toHaveRoles('viewer');
    },
  );
});
