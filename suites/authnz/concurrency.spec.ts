import { covers, expect, type Requirement, test } from '@uat/fixtures';

const requires: Requirement[] = ['grant:sessions'];

test.describe('many at once', () => {
  test(
    'of twenty sign-ins at once each can enter a workroom and is who it is',
    covers('ENG-8749', { catches: ['A15', 'A15b', 'A15c', 'AX20'], severity: 'critical', requires }),
    async ({ data, signIn }) => {
      const [ada, bob] = [await data.user('user'), await data.user('user')];
      const [adas, bobs] = [
        await data.workroom((await signIn(ada)).api),
        await data.workroom((await signIn(bob)).api),
      ];
      const pair = [
        { account: ada, room: adas },
        { account: bob, room: bobs },
      ];
      const people = Array.from({ length: 10 }, () => pair).flat();

      const sessions = await Promise.all(
        people.map(async ({ account, room }) => ({ session: (await signIn(account)).api, room })),
      );
      const entered = await Promise.all(
        sessions.map(({ session, room }) => session.workrooms.enter(room.id).response),
      );

      expect(entered.map(({ status }) => status)).toEqual(people.map(() => 200));
      const seen = await Promise.all(
        sessions.map(async ({ session }) => ({
          username: (await session.auth.me()).username,
          room: (await session.auth.validate()).headers['x-workroom-id'],
        })),
      );
      expect(seen).toEqual(
        people.map(({ account, room }) => ({ username: account.username, room: room.id })),
      );
    },
  );

  test(
    'an administrator who signs in from four browsers at once sees the workrooms in each',
    covers('ENG-8749', { catches: 'A16', requires: [...requires, 'capability:workrooms', 'grant:apps'] }),
    async ({ consoleAs, data }) => {
      const account = await data.user('admin');
      const consoles = await Promise.all(Array.from({ length: 4 }, () => consoleAs('anonymous')));

      await Promise.all(
        consoles.map(async (console) => {
          await console.open('/workrooms');
          await console.signInPage.signIn(account);
        }),
      );

      for (const console of consoles) {
        await expect(console.heading('Your Workrooms')).toBeVisible();
        await expect(console.page.getByRole('table', { name: 'Your Workrooms' })).toBeVisible();
      }
    },
  );
});
