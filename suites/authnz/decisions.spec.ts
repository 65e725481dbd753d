import { covers, expect, test } from '@uat/fixtures';

test.describe('decisions', () => {
  test(
    'a denial says why, and by which decision',
    covers('ENG-8749', {
      catches: ['A25c', 'AX13'],
      severity: 'critical',
      requires: ['capability:relations'],
    }),
    async ({ as }) => {
      const viewer = await as('viewer');
      const { sub } = await viewer.auth.me();

      const check = viewer.relations.check({
        subject: { namespace: 'user', id: sub },
        relation: 'owner',
        object: { namespace: 'model', id: 'nothing-of-that-name' },
      });

      await expect(check).toBeDenied(403);
      const { body, headers } = await check.response;
      expect(body).toMatchObject({ detail: { reason: expect.stringMatching(/\S/) } });
      expect([...headers.keys()], 'a header names the decision').toContainEqual(
        expect.stringMatching(/decision.?id/),
      );
    },
  );

  test(
    'what was allowed and what was denied stand in the record, and under their results',
    covers('ENG-8749', {
      catches: 'AX19',
      severity: 'critical',
    }),
    async ({ as, data }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const since = String((await admin.ping().response).headers.get('date'));
      const { sub } = await viewer.auth.me();
      const tuple = await data.relation({ subject: { namespace: 'user', id: sub }, relation: 'viewer' });
      const window = { updated_after: new Date(since).toISOString(), limit: 1000 } as const;

      const { decision_id } = await viewer.relations.check(tuple);
      await viewer.relations.check({ ...tuple, relation: 'owner' }).response;

      const page = admin.relations.decisions(window);
      const denied = await admin.relations.decisions({ ...window, result: 'deny' });
      const allowed = await admin.relations.decisions({ ...window, result: 'allow' });
      const about = { subject_id: sub, object_namespace: 'model', object_id: tuple.object.id };
      const allowance = { ...about, relation: 'viewer', result: 'allow', decision_id };
      const denial = { ...about, relation: 'owner', result: 'deny' };
      await expect(page).toMatchContract();
      const { events } = await page;
      expect(events, 'the allowance is in the record').toContainEqual(expect.objectContaining(allowance));
      expect(events, 'the denial is in the record').toContainEqual(expect.objectContaining(denial));
      expect(denied.events).toContainEqual(expect.objectContaining(denial));
      expect(denied.events).not.toContainEqual(expect.objectContaining({ result: 'allow' }));
      expect(allowed.events).toContainEqual(expect.objectContaining(allowance));
      expect(allowed.events).not.toContainEqual(expect.objectContaining({ result: 'deny' }));
    },
  );

  test(
    'the pages of the record neither repeat nor miss a decision while others are made',
    covers('ENG-8749', {
      catches: ['AX14', 'AX19'],
      severity: 'critical',
      requires: ['capability:relations'],
    }),
    async ({ as }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const since = String((await admin.ping().response).headers.get('date'));
      const updated_after = new Date(since).toISOString();
      const { sub } = await viewer.auth.me();
      const question = {
        subject: { namespace: 'user', id: sub },
        relation: 'owner',
        object: { namespace: 'model', id: 'nothing-of-that-name' },
      } as const;
      await viewer.relations.check(question).response;
      await viewer.relations.check(question).response;
      await viewer.relations.check(question).response;

      const first = await admin.relations.decisions({ updated_after, limit: 2 });
      await viewer.relations.check(question).response;
      const rest = admin.relations.decisionsFrom({
        updated_after,
        limit: 2,
        cursor: Number(first.next_cursor),
      });
      const paged = [...first.events, ...(await Array.fromAsync(rest))];

      const { events } = await admin.relations.decisions({ updated_after, limit: 1000 });
      expect(first, 'two of three decisions fill a page').toMatchObject({ count: 2, has_more: true });
      const sequences = (page: typeof events) => page.map(({ sequence }) => sequence);
      expect(sequences(paged), 'the pages hold what one long page holds').toEqual(
        sequences(events).slice(0, paged.length),
      );
      expect(paged.length, 'all four decisions are in the record').toBeGreaterThanOrEqual(4);
    },
  );

  test(
    'each decision is a line of the log',
    covers('ENG-8749', { catches: 'A25e', requires: ['capability:relations', 'capability:log'] }),
    async ({ as }) => {
      const [admin, viewer] = [await as('admin'), await as('viewer')];
      const { sub } = await viewer.auth.me();

      const { requestId } = await viewer.relations.check({
        subject: { namespace: 'user', id: sub },
        relation: 'owner',
        object: { namespace: 'model', id: 'nothing-of-that-name' },
      }).response;

      const { entries } = await admin.platform.log({ limit: 1000 });
      const lines = entries.filter((entry) => entry.request_id === requestId);
      expect(lines, 'the log has a line for the denial').toContainEqual(
        expect.objectContaining({
          message: expect.stringMatching(/^rebac_decision result="deny" relation="owner" /),
        }),
      );
    },
  );
});
