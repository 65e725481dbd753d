import { covers, expect, test } from '@uat/fixtures';

// Entering a workroom changes the session, so no test does it with an account that other tests use.
const nowhere = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

test.describe('workrooms', () => {
  test(
    'a workroom can be entered as the first thing after signing in',
    covers('ENG-8749', { catches: 'A15', severity: 'critical' }),
    async ({ data, signIn }) => {
      const account = await data.user('user');
      const { id } = await data.workroom((await signIn(account)).api);

      const { api: session } = await signIn(account);

      await expect(session.workrooms.enter(id)).toSucceed();
      await expect(session.auth.me()).toSucceed();
    },
  );

  test(
    'a user who enters a workroom acts in it at every entry point',
    covers('ENG-8749', { catches: 'A15' }),
    async ({ data, freshUser }) => {
      const { api: session } = await freshUser('user');
      const { id } = await data.workroom(session);

      await session.workrooms.enter(id);

      const inTheRoom = { 'x-workroom-id': id, 'x-user-workroom-id': id, 'x-user-workroom-role': 'owner' };
      expect((await session.auth.validate({ at: 'validate' })).headers).toMatchObject(inTheRoom);
      expect((await session.auth.validate({ at: 'forward' })).headers).toMatchObject(inTheRoom);
      expect(await session.whoami()).toMatchObject({ workroom_id: id });
    },
  );

  test(
    'a session stays where it is when another one enters a workroom',
    covers('ENG-8749', { catches: ['AX22', 'A15c'], severity: 'critical' }),
    async ({ data, freshUser, signIn }) => {
      const account = await data.user('user');
      const { api: session } = await signIn(account);
      const { api: another } = await signIn(account);
      const { api: stranger } = await freshUser('user');
      const { id } = await data.workroom(session);

      await session.workrooms.enter(id);

      expect((await another.auth.validate()).headers).toMatchObject({ 'x-workroom-id': nowhere });
      expect((await stranger.auth.validate()).headers).toMatchObject({ 'x-workroom-id': nowhere });
    },
  );

  test(
    'a workroom is closed to anyone who is not a member',
    covers('ENG-8749', { catches: 'AX21', severity: 'critical' }),
    async ({ data, freshUser }) => {
      const { api: owner } = await freshUser('user');
      const { id } = await data.workroom(owner);
      const { api: stranger } = await freshUser('user');

      await expect(stranger.workrooms.enter(id)).toBeDenied(403);
      await expect(stranger.workrooms.get(id)).toBeDenied(403);
      await expect(stranger.workrooms.members(id)).toBeDenied(403);
      await expect(stranger.workrooms.remove(id)).toBeDenied(403);

      const { items } = await stranger.workrooms.list();
      expect(items.map((room) => room.id)).not.toContain(id);
      expect((await stranger.auth.validate()).headers).toMatchObject({ 'x-workroom-id': nowhere });
      await expect(owner.workrooms.get(id)).toSucceed();
    },
  );

  test(
    'a member may enter, and is out as soon as they are removed',
    covers('ENG-8749', { catches: 'AX23', severity: 'critical' }),
    async ({ data, freshUser, signIn }) => {
      const { api: owner } = await freshUser('user');
      const { id } = await data.workroom(owner);
      const { user, ...account } = await data.user('user');
      const { api: member } = await signIn(account);
      await owner.workrooms.addMember(id, { email: String(user.email), role: 'editor' });
      await member.workrooms.enter(id);
      const { headers } = await member.auth.validate();
      expect(headers).toMatchObject({ 'x-workroom-id': id, 'x-user-workroom-role': 'editor' });

      await expect(owner.workrooms.removeMember(id, user.id)).toBeRejected(409);
      await owner.workrooms.removeMember(id, user.id, { confirm_active_sessions: true });

      expect((await member.auth.validate()).headers).toMatchObject({ 'x-workroom-id': nowhere });
      await expect(member.workrooms.enter(id)).toBeDenied(403);
      await expect(member.workrooms.get(id)).toBeDenied(403);
    },
  );

  test(
    'a user who leaves a workroom is in none',
    covers('ENG-8749', { catches: 'AX26' }),
    async ({ data, freshUser }) => {
      const { api: session } = await freshUser('user');
      const { id } = await data.workroom(session);
      await session.workrooms.enter(id);

      await session.workrooms.leave({ expected_workroom_id: id });

      const inNone = { 'x-workroom-id': nowhere, 'x-user-workroom-id': nowhere };
      expect((await session.auth.validate({ at: 'validate' })).headers).toMatchObject(inNone);
      expect((await session.auth.validate({ at: 'forward' })).headers).toMatchObject(inNone);
      expect(await session.whoami()).toMatchObject({ workroom_id: nowhere });
    },
  );

  test(
    'a session does not leave a workroom that it is not in',
    covers('ENG-8749'),
    async ({ data, freshUser }) => {
      const { api: session } = await freshUser('user');
      const [here, there] = [await data.workroom(session), await data.workroom(session)];
      await session.workrooms.enter(here.id);

      await expect(session.workrooms.leave({ expected_workroom_id: there.id })).toBeRejected(409);

      expect((await session.auth.validate()).headers).toMatchObject({ 'x-workroom-id': here.id });
    },
  );

  test('no one is left in a workroom that was deleted', covers('ENG-8749'), async ({ data, freshUser }) => {
    const { api: session } = await freshUser('user');
    const { id } = await data.workroom(session);
    await session.workrooms.enter(id);

    await session.workrooms.remove(id);

    await expect(session.workrooms.enter(id)).toBeRejected(404);
    expect((await session.auth.validate()).headers).toMatchObject({ 'x-workroom-id': nowhere });
  });

  test(
    'an ephemeral workroom goes with the session it was made in, others stay',
    covers('ENG-8749', { catches: 'AX29' }),
    async ({ data, signIn }) => {
      const account = await data.user('user');
      const { api: session } = await signIn(account);
      const { api: later } = await signIn(account);
      const fleeting = await data.workroom(session, { type: 'ephemeral' });
      const lasting = await data.workroom(session, { type: 'persistent' });

      await session.auth.logout();

      const left = async () => (await later.workrooms.list()).items.map(({ id }) => id);
      await expect.poll(left).not.toContain(fleeting.id);
      expect(await left()).toContain(lasting.id);
    },
  );
});
