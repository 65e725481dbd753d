import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { LinearClient } from '@linear/sdk';
import { stubServer } from '@uat/testing';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createLinear } from '../create-linear.ts';
import { type VerifiedWebhook, verifyWebhook } from '../webhook/verify-webhook.ts';
import { createFakeClock } from './fake-clock.ts';
import { type LinearStandIn, type StandInOptions, startLinear } from './linear-stand-in.ts';
import { normaliseMarkdown } from './world/normalise-markdown.ts';

const closing: (() => PromiseLike<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function started(options: StandInOptions = {}): Promise<LinearStandIn> {
  const there = await startLinear(options);
  closing.push(async () => {
    await there[Symbol.asyncDispose]();
  });
  return there;
}

const secret = 'lin_wh_secret';

interface Heard {
  readonly deliveryId: string;
  readonly timestamp: number;
  readonly verified: VerifiedWebhook;
}

/** A receiver that responds as configured, else with 200. */
async function receiver(there: LinearStandIn, now: () => number) {
  const heard: Heard[] = [];
  let answer: number | 'never' = 200;
  const server = await stubServer((request, response) => void take(request, response));
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await buffer(request);
    const verified = verifyWebhook({ rawBody, headers: request.headers }, { secrets: [secret], now: now() });
    heard.push({
      deliveryId: String(request.headers['linear-delivery']),
      timestamp: Number(request.headers['linear-timestamp']),
      verified,
    });
    if (answer !== 'never') response.writeHead(answer).end();
  }
  closing.push(() => server[Symbol.asyncDispose]());
  const id = there.addWebhook({ url: `${server.url}/`, secret });
  return { heard, id, answerWith: (status: number | 'never') => void (answer = status) };
}

async function withReceiver(options: StandInOptions = {}) {
  const clock = createFakeClock();
  const there = await started({ clock, ...options });
  const hook = await receiver(there, clock.now);
  const ana = there.as(there.workspace.people.ana.id);
  const pass = async (ms: number) => {
    await clock.advance(ms);
    await there.settled();
  };
  return { clock, there, ana, pass, ...hook };
}

const minute = 60_000;
const hour = 60 * minute;

describe('the official SDK against the stand-in', () => {
  test('reads and writes as against Linear', async () => {
    const there = await started();
    const { id } = there.as(there.workspace.people.ana.id).createIssue({ title: 'x' });
    const client = new LinearClient({ accessToken: there.token, apiUrl: there.apiUrl });

    const issue = await client.issue('ENG-1');
    await client.updateIssue(id, { stateId: there.workspace.states.todo.id });
    await client.createComment({ issueId: id, body: 'hello' });

    expect((await issue.team)?.key).toBe('ENG');
    expect((await (await client.issue(id)).state)?.name).toBe('Todo');
    expect((await client.workflowStates()).nodes).toHaveLength(8);
    await expect(client.issue('ENG-2')).rejects.toThrow('Entity not found');
  });

  test('does not recognise the documented rate limit, which is why we have a classifier', async () => {
    const there = await started();
    const client = new LinearClient({ accessToken: there.token, apiUrl: there.apiUrl });
    const nameOf = (error: unknown) => (error as Error).constructor.name;
    there.fail('rate-limited');
    const plain = await client.viewer.then(() => 'none', nameOf);
    there.fail('rate-limited-typed');
    const typed = await client.viewer.then(() => 'none', nameOf);

    expect([plain, typed]).toEqual(['UnknownLinearError', 'RatelimitedLinearError']);
  });
});

describe('the API', () => {
  const ask = async (
    there: LinearStandIn,
    query: string,
    variables = {},
    authorization = `Bearer ${there.token}`,
  ) => {
    const response = await fetch(there.apiUrl, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify({ query, variables }),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    };
  };

  test('counts requests and points down, and refills evenly', async () => {
    const clock = createFakeClock();
    const there = await started({ clock, limits: { requests: 60, complexity: 6_000 } });
    const viewer = 'query A { viewer { id name } }';

    const { headers } = await ask(there, viewer);
    expect(headers.get('x-complexity')).toBe('2');
    expect(headers.get('x-ratelimit-requests-remaining')).toBe('59');
    expect(Number(headers.get('x-ratelimit-requests-reset'))).toBe(clock.now() + minute);

    there.drain({ requests: 0 });
    expect(await ask(there, viewer)).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'RATELIMITED' } }] },
    });
    await clock.advance(minute);
    expect((await ask(there, viewer)).status).toBe(200);
  });

  test('rejects queries that cost too much or do not validate, and unknown tokens', async () => {
    const there = await started();

    expect(
      await ask(there, 'query A { issues(first: 250) { nodes { comments { nodes { id } } } } }'),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'Query too complex', extensions: { code: 'INPUT_ERROR' } }] },
    });
    expect(await ask(there, 'query A { issue(id: "1") { wrong } }')).toMatchObject({ status: 400 });
    expect(await ask(there, 'query A {')).toMatchObject({ status: 400 });
    expect(await ask(there, 'query A { viewer { id } }', {}, 'Bearer wrong')).toMatchObject({ status: 401 });
    expect(await ask(there, 'query A($i: IssueUpdateInput!) { viewer { id } }', { i: {} })).toMatchObject({
      status: 400,
    });
  });

  test('fails loudly on features that it lacks', async () => {
    const there = await started();

    const { body } = await ask(there, 'query A { initiatives { nodes { id } } }');
    expect(JSON.stringify(body)).toContain('The Linear stand-in has no Query.initiatives');
    const { body: filtered } = await ask(
      there,
      'query A { issues(filter: { number: { lt: 3 } }, sort: []) { nodes { id } } }',
    );
    expect(JSON.stringify(filtered)).toContain('argument sort');
  });

  test('supports filters and pages', async () => {
    const there = await started();
    const { people, states, labels } = there.workspace;
    const ana = there.as(people.ana.id);
    for (let index = 0; index < 5; index += 1) ana.createIssue({ title: `t${index}` });
    ana.move('ENG-2', states.inProgress.id);
    ana.edit('ENG-3', { labelIds: [labels.interface.id] });
    const titles = async (filter: string) => {
      const { body } = await ask(there, `query A { issues(filter: ${filter}) { nodes { title } } }`);
      const { issues } = body['data'] as { issues: { nodes: { title: string }[] } };
      return issues.nodes.map(({ title }) => title).toSorted();
    };

    expect(await titles('{ state: { type: { eq: "started" } } }')).toEqual(['t1']);
    expect(await titles('{ labels: { some: { name: { eq: "interface" } } } }')).toEqual(['t2']);
    expect(await titles('{ or: [{ title: { eq: "t0" } }, { title: { endsWith: "4" } }] }')).toEqual([
      't0',
      't4',
    ]);
    expect(
      await titles('{ assignee: { null: true }, creator: { isMe: { eq: false } }, title: { in: ["t3"] } }'),
    ).toEqual(['t3']);
    expect(await titles('{ assignee: { name: { eq: "Ben" } } }')).toEqual([]);
  });

  test('rejects ids that are not UUID v4, ids in use, and states of another team', async () => {
    const there = await started();
    const ana = there.as(there.workspace.people.ana.id);
    const issue = ana.createIssue({ title: 'x' });
    const create = (id: string) =>
      ask(there, 'mutation A($input: CommentCreateInput!) { commentCreate(input: $input) { success } }', {
        input: { id, issueId: issue.id, body: 'x' },
      });
    const id = crypto.randomUUID();

    expect((await create(id)).body).toMatchObject({ data: { commentCreate: { success: true } } });
    expect((await create(id)).body).toMatchObject({ errors: [{ extensions: { code: 'INPUT_ERROR' } }] });
    expect((await create('c0ffee00-0000-5000-8000-000000000000')).body).toHaveProperty('errors');
    expect(() => ana.move(issue.id, crypto.randomUUID())).toThrow('Entity not found: WorkflowState');
  });

  test('can show records as they were a while ago', async () => {
    const clock = createFakeClock();
    const there = await started({ clock, readLagMs: 5_000 });
    const { states, people } = there.workspace;
    await clock.advance(60_000);
    const linear = createLinear({ token: there.token, apiUrl: there.apiUrl });
    const { id } = there.as(people.ana.id).createIssue({ title: 'x' });

    expect(await linear.issue(id)).toBeUndefined();
    await clock.advance(5_000);
    there.as(people.ana.id).move(id, states.inProgress.id);
    expect((await linear.issue(id))?.state.name).toBe('Backlog');
    there.lagReads(0);
    expect((await linear.issue(id))?.state.name).toBe('In Progress');
  });
});

describe('deliveries', () => {
  test('are signed, typed and recent, and say what changed', async () => {
    const { there, ana, pass, heard } = await withReceiver();
    const { states } = there.workspace;
    const { id } = ana.createIssue({ title: 'x' });
    ana.move(id, states.inProgress.id);
    ana.comment(id, '/gate recheck');
    ana.attach(id, { url: 'https://example.com', title: 'Mock' });
    const document = ana.writeDocument(id, { title: 'note', content: 'x' });
    there.breachSla(id);
    there.revoke();
    await pass(0);

    const events = heard.map(({ verified }) => (verified.kind === 'accepted' ? verified.event : undefined));
    expect(events.map((event) => String(event?.kind)).toSorted()).toEqual([
      'Attachment',
      'Comment',
      'Document',
      'Issue',
      'Issue',
      'IssueSLA',
      'OAuthApp',
    ]);
    expect(heard.every(({ verified }) => verified.kind === 'accepted' && !verified.stale)).toBe(true);
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'Issue',
        action: 'update',
        updatedFrom: { stateId: states.backlog.id },
      }),
    );
    expect(JSON.stringify(events.find((event) => event?.kind === 'Document'))).not.toContain(id);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'Document', data: { id: document.id, title: 'note' } }),
    );
  });

  test.each([
    ['user', 'user'],
    ['oauth-client', 'oauthClient'],
  ] as const)('name the acting app as %s', async (appActor, type) => {
    const { there, ana, pass, heard } = await withReceiver({ appActor });
    const { id } = ana.createIssue({ title: 'x' });
    there.world.updateIssue(id, { title: 'y' }, { userId: there.workspace.bot.id });
    await pass(0);

    expect(
      heard.map(({ verified }) =>
        verified.kind === 'accepted' && 'actor' in verified.event ? verified.event.actor?.type : '',
      ),
    ).toContain(type);
  });

  test.each([
    ['identical', 1],
    ['restamped', 4],
  ] as const)('are retried after a minute, an hour and six hours, %s', async (retryStamp, stamps) => {
    const { there, ana, pass, heard, answerWith, id } = await withReceiver({ deliveries: { retryStamp } });
    answerWith(500);
    ana.createIssue({ title: 'x' });
    await pass(0);
    for (const wait of [minute, hour, 6 * hour]) {
      await pass(wait - 1);
      const before = heard.length;
      await pass(1);
      expect(heard.length).toBe(before + 1);
    }
    await pass(24 * hour);

    expect(heard).toHaveLength(4);
    expect(new Set(heard.map(({ deliveryId }) => deliveryId)).size).toBe(1);
    expect(new Set(heard.map(({ timestamp }) => timestamp)).size).toBe(stamps);
    expect(heard.every(({ verified }) => verified.kind === 'accepted')).toBe(true);
    expect(there.lostEvents()).toBe(1);
    expect(there.isWebhookEnabled(id)).toBe(true);
  });

  test('stop when the receiver keeps failing, until a person enables the webhook again', async () => {
    const { there, ana, pass, heard, answerWith, id } = await withReceiver({
      deliveries: { disableAfter: 1 },
    });
    answerWith(503);
    ana.createIssue({ title: 'x' });
    await pass(0);
    for (const wait of [minute, hour, 6 * hour]) await pass(wait);
    answerWith(200);
    expect(there.isWebhookEnabled(id)).toBe(false);

    ana.createIssue({ title: 'y' });
    await pass(24 * hour);
    expect(heard).toHaveLength(4);

    there.enableWebhook(id);
    ana.createIssue({ title: 'z' });
    await pass(0);
    expect(heard).toHaveLength(5);
  });

  test('treat a response after five seconds, or a success other than 200, as a failure', async () => {
    const { clock, ana, pass, heard, answerWith } = await withReceiver();
    answerWith(204);
    ana.createIssue({ title: 'x' });
    await pass(0);
    answerWith('never');
    await clock.advance(minute);
    await expect.poll(() => heard.length).toBe(2);
    await pass(5_000);
    answerWith(200);
    await pass(hour);

    expect(heard).toHaveLength(3);
  });

  test('can be duplicated, dropped and out of order', async () => {
    const doubled = await withReceiver({ deliveries: { duplicate: 1 } });
    doubled.ana.createIssue({ title: 'x' });
    await doubled.pass(0);
    expect(doubled.heard.map(({ deliveryId }) => deliveryId)).toEqual([
      doubled.heard[0]!.deliveryId,
      doubled.heard[0]!.deliveryId,
    ]);

    const renamed = await withReceiver({ deliveries: { duplicate: 1, duplicateIds: 'new' } });
    renamed.ana.createIssue({ title: 'x' });
    await renamed.pass(0);
    expect(new Set(renamed.heard.map(({ deliveryId }) => deliveryId)).size).toBe(2);

    const dropped = await withReceiver({ deliveries: { drop: 1 } });
    dropped.ana.createIssue({ title: 'x' });
    await dropped.pass(hour);
    expect(dropped.heard).toEqual([]);
    expect(dropped.there.lostEvents()).toBe(1);

    const mixed = await withReceiver({ deliveries: { lagMs: [1, 10_000] } });
    for (let index = 0; index < 10; index += 1) mixed.ana.createIssue({ title: String(index) });
    for (let step = 0; step < 100; step += 1) await mixed.pass(100);
    const titles = mixed.heard.map(({ verified }) =>
      verified.kind === 'accepted' && verified.event.kind === 'Issue' ? verified.event.data.title : '',
    );
    expect(titles).not.toEqual(titles.toSorted());
    expect(titles.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  test('are the same for the same seed', async () => {
    const run = async (seed: number) => {
      const { there, ana, pass } = await withReceiver({ seed, deliveries: { drop: 0.3, duplicate: 0.3 } });
      for (let index = 0; index < 20; index += 1) {
        ana.createIssue({ title: String(index) });
        await pass(1);
      }
      return there.attempts.map(({ deliveryId, body }) => [
        deliveryId,
        (JSON.parse(body) as { data: { title: string } }).data.title,
      ]);
    };

    const first = await run(5);
    expect(await run(5)).toEqual(first);
    expect(await run(6)).not.toEqual(first);
  });
});

describe('cards that move by themselves', () => {
  test('git automation acts under a person’s name on all tickets of the branch, except finished ones', async () => {
    const there = await started();
    const { states, people } = there.workspace;
    const ana = there.as(people.ana.id);
    const ids = [states.todo, states.done, states.canceled].map(
      ({ id }) => ana.createIssue({ title: 'x', stateId: id }).id,
    );

    there.moves.git('start', ids, people.ben.id);

    expect(ids.map((id) => there.world.issue(id)['stateId'])).toEqual([
      states.inProgress.id,
      states.done.id,
      states.canceled.id,
    ]);
    expect(there.world.store.related('IssueHistory', 'issueId', ids[0]!)).toMatchObject([
      { actorId: people.ben.id, botActor: null },
    ]);
  });

  test('copying a branch name starts the card', async () => {
    const there = await started();
    const { states, people } = there.workspace;
    const { id } = there.as(people.ana.id).createIssue({ title: 'x' });

    there.moves.copyBranch(id, people.ana.id);

    expect(there.world.issue(id)['stateId']).toBe(states.inProgress.id);
  });

  test('automation moves back what the bot moved, as often as configured', async () => {
    const clock = createFakeClock();
    const there = await started({ clock });
    const { states, people, bot } = there.workspace;
    const { id } = there.as(people.ana.id).createIssue({ title: 'x', stateId: states.inProgress.id });
    there.moves.pullBack({ by: 'git', personId: people.ana.id, afterMs: 1_000, times: 2 });
    const botMoves = () => there.world.updateIssue(id, { stateId: states.todo.id }, { userId: bot.id });
    const stateAfter = async () => {
      await clock.advance(1_000);
      return there.world.issue(id)['stateId'];
    };

    botMoves();
    expect(await stateAfter()).toBe(states.inProgress.id);
    botMoves();
    expect(await stateAfter()).toBe(states.inProgress.id);
    botMoves();
    expect(await stateAfter()).toBe(states.todo.id);
  });
});

describe('markdown', () => {
  test.each([
    ['[x](https://a.b/c)', '[x](<https://a.b/c>)'],
    ['![x](https://a.b/c.png)', '![x](<https://a.b/c.png>)'],
    ['- one\n  + two', '* one\n  * two'],
    ['- [ ] open', '* [ ] open'],
    ['a  \nb\\\nc', 'a<br>\nb<br>\nc'],
    ['`[x](y)`', '`[x](y)`'],
    ['```\n- [x](y)  \n```\n- z', '```\n- [x](y)  \n```\n* z'],
    ['---', '---'],
    ['a\r\nb', 'a\nb'],
  ])('%j comes back as %j', (sent, back) => {
    expect(normaliseMarkdown(sent)).toBe(back);
  });

  test('does not change when normalised a second time', () => {
    const line = fc.constantFrom(
      '- a',
      '[x](y)',
      '```',
      '  * b',
      'c  ',
      'd\\',
      '`[e](f)`',
      '',
      '~~~',
      '1. g',
      '[h](<i>)  ',
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')),
        (text) => {
          const once = normaliseMarkdown(text);
          expect(normaliseMarkdown(once)).toBe(once);
        },
      ),
    );
  });
});
