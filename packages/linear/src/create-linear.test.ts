import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { createLinear, type LinearOptions } from './create-linear.ts';
import { LinearError } from './failure/linear-error.ts';
import { stateChanges } from './issue/issue-snapshot.ts';
import { type LinearStandIn, type StandInOptions, startLinear } from './testing/index.ts';

const running: LinearStandIn[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one[Symbol.asyncDispose]();
});

async function linearWith(standIn: StandInOptions = {}, client: Partial<LinearOptions> = {}) {
  const there = await startLinear(standIn);
  running.push(there);
  const linear = createLinear({
    token: there.token,
    apiUrl: there.apiUrl,
    timeoutMs: 2_000,
    random: () => 0,
    breaker: { threshold: 50 },
    ...client,
  });
  const ana = there.as(there.workspace.people.ana.id);
  return { there, linear, ana, states: there.workspace.states };
}

const callsOf = (there: LinearStandIn) => there.calls.map(({ operation }) => operation);

describe('webhooks', () => {
  test('are listed for an admin, and never for an app', async () => {
    const { there, linear } = await linearWith();
    there.addWebhook({ url: 'https://gate.example.com/webhooks/linear', secret: 's', types: ['Issue'] });
    const admin = createLinear({ apiKey: there.apiKey, apiUrl: there.apiUrl });

    expect(await admin.webhooks()).toMatchObject([
      {
        url: 'https://gate.example.com/webhooks/linear',
        enabled: true,
        resourceTypes: ['Issue'],
        failures: [],
      },
    ]);
    await expect(linear.webhooks()).rejects.toMatchObject({ reason: 'forbidden' });
  });
});

test('an aborted client makes no further calls', async () => {
  const stop = new AbortController();
  const { there, linear } = await linearWith({}, { signal: stop.signal });
  await linear.viewer();
  stop.abort();

  await expect(linear.viewer()).rejects.toMatchObject({ reason: 'cancelled' });
  expect(callsOf(there)).toEqual(['Viewer']);
});

describe('reading', () => {
  test('an issue comes with everything that the gate needs, in one request', async () => {
    const { there, linear, ana, states } = await linearWith();
    const { labels, project, milestone, cycle, people } = there.workspace;
    const issue = ana.createIssue({
      title: 'A screen',
      description: '## Done\n- it works',
      labelIds: [labels.interface.id],
    });
    ana.edit(issue.id, {
      projectId: project.id,
      projectMilestoneId: milestone.id,
      cycleId: cycle.id,
      assigneeId: people.ben.id,
    });
    ana.attach(issue.id, { url: 'https://figma.com/file/1', title: 'Mock', sourceType: 'figma' });
    ana.writeDocument(issue.id, { title: 'Design note', content: 'text' });
    ana.comment(issue.id, 'a long discussion');
    ana.comment(issue.id, '/gate recheck');
    ana.move(issue.id, states.inProgress.id);

    const snapshot = await linear.issue('ENG-1');

    expect(snapshot).toMatchObject({
      id: issue.id,
      identifier: 'ENG-1',
      description: '## Done\n* it works',
      isGone: false,
      state: { name: 'In Progress', type: 'started' },
      team: { key: 'ENG' },
      creator: { kind: 'person', name: 'Ana' },
      assignee: { name: 'Ben' },
      project: { name: 'Atlas' },
      projectMilestone: { name: 'M1' },
      cycle: { number: 12 },
      labels: [{ name: 'interface' }],
      attachments: [{ title: 'Mock', sourceType: 'figma' }],
      documents: [{ title: 'Design note', isGone: false, updatedBy: { kind: 'person' } }],
      comments: [{ body: '/gate recheck', by: { kind: 'person', name: 'Ana' } }],
      truncated: [],
    });
    expect(stateChanges(snapshot!)).toMatchObject([
      { from: states.backlog.id, to: states.inProgress.id, by: { kind: 'person', name: 'Ana' } },
    ]);
    expect(callsOf(there)).toEqual(['GateIssue']);
    expect([...there.filled]).toEqual([]);
  });

  test('the history distinguishes a person, an integration and our own app', async () => {
    const { there, linear, ana, states } = await linearWith();
    const { id } = ana.createIssue({ title: 'x' });
    ana.move(id, states.todo.id);
    there.moves.workflow(id, states.inProgress.id);
    await linear.moveIssue({ issueId: id, from: states.inProgress.id, to: states.todo.id });

    const by = stateChanges((await linear.issue(id))!).map((change) => change.by);

    expect(by).toEqual(
      expect.arrayContaining([
        { kind: 'app', id: there.workspace.bot.id, name: 'Gatekeeper' },
        { kind: 'bot', id: 'workflow', type: 'workflow', subType: undefined, name: 'Automation' },
        { kind: 'person', id: there.workspace.people.ana.id, name: 'Ana' },
      ]),
    );
  });

  test('a list that continues beyond its page is reported', async () => {
    const { linear, ana } = await linearWith();
    const { id } = ana.createIssue({ title: 'x' });
    for (let index = 0; index < 26; index += 1)
      ana.attach(id, { url: `https://example.com/${index}`, title: 'x' });

    expect((await linear.issue(id))?.truncated).toEqual(['attachments']);
  });

  test('a missing issue is undefined, by id and by identifier', async () => {
    const { linear, ana } = await linearWith();
    const { id } = ana.createIssue({ title: 'x' });
    ana.remove('Issue', id);

    expect(await linear.issue(id)).toBeUndefined();
    expect(await linear.issue('ENG-99')).toBeUndefined();
  });

  test('many issues come in batches that Linear accepts', async () => {
    const { there, linear, ana } = await linearWith();
    const ids = Array.from({ length: 80 }, (_, index) => ana.createIssue({ title: String(index) }).id);

    const found = await linear.issues([...ids, ...ids, randomUUID()]);

    expect([...found.keys()].toSorted()).toEqual(ids.toSorted());
    expect(there.calls.map(({ points }) => points)).toEqual([8_901, 8_901, 2_798]);
  });

  test('a document resolves to its issue', async () => {
    const { linear, ana } = await linearWith();
    const { id } = ana.createIssue({ title: 'x' });

    expect(await linear.issueOfDocument(ana.writeDocument(id, { title: 'n', content: '' }).id)).toBe(id);
    expect(await linear.issueOfDocument(randomUUID())).toBeUndefined();
  });

  test('teams include their states and running cycle', async () => {
    const { linear } = await linearWith();

    const [team] = await linear.teams();

    expect(team).toMatchObject({ key: 'ENG', activeCycle: { number: 12 } });
    expect(team?.states.map(({ type }) => type).toSorted()).toEqual([
      'backlog',
      'canceled',
      'completed',
      'duplicate',
      'started',
      'started',
      'triage',
      'unstarted',
    ]);
  });

  test('members include the URL that mentions them, and a label its id', async () => {
    const { there, linear } = await linearWith();
    const { people, labels } = there.workspace;

    expect(await linear.members()).toContainEqual({
      id: people.ana.id,
      name: 'Ana',
      displayName: 'ana',
      url: 'https://linear.app/example/profiles/ana',
      active: true,
      app: false,
    });
    expect(await linear.labelId('Interface')).toBe(labels.interface.id);
    expect(await linear.labelId('intent-ok')).toBeUndefined();
  });

  test('the viewer is the bot with a token, and the person with an API key', async () => {
    const { there, linear } = await linearWith();
    const personal = createLinear({ apiKey: there.apiKey, apiUrl: there.apiUrl });

    expect(await linear.viewer()).toMatchObject({ app: true, name: 'Gatekeeper' });
    expect(await personal.viewer()).toMatchObject({ app: false, name: 'Ana' });
  });

  test('the SDK shares the same budget', async () => {
    const { there, linear, ana } = await linearWith();
    ana.createIssue({ title: 'x', description: 'y' });

    const sdk = await linear.sdk();
    const issue = await sdk.issue('ENG-1');

    expect(issue.title).toBe('x');
    expect((await issue.state)?.name).toBe('Backlog');
    expect(linear.budget().requests?.remaining).toBeLessThan(5_000);
    await expect(sdk.issue('ENG-2')).rejects.toMatchObject({ reason: 'not-found' });
    expect(there.calls).toHaveLength(3);
  });
});

describe('the scan for changes', () => {
  test('finds each change of an issue, or on it, exactly once', async () => {
    const { linear, ana } = await linearWith();
    const [one, two, three] = ['1', '2', '3'].map((title) => ana.createIssue({ title }).id);
    const first = await linear.changedSince({ since: Date.now() - 60_000 });
    ana.comment(one!, 'new');
    ana.attach(two!, { url: 'https://example.com', title: 'x' });
    ana.writeDocument(three!, { title: 'n', content: '' });

    const second = await linear.changedSince({ cursor: first.cursor });
    const third = await linear.changedSince({ cursor: second.cursor });

    expect(new Set(first.changes.map(({ issueId }) => issueId))).toEqual(new Set([one, two, three]));
    expect(second.changes).toMatchObject([
      { issueId: one, in: 'comments' },
      { issueId: two, in: 'attachments' },
      { issueId: three, in: 'documents' },
    ]);
    expect(third.changes).toEqual([]);
  });

  test('reads thousands of changes page by page', async () => {
    const { linear, ana } = await linearWith();
    const ids = Array.from({ length: 250 }, (_, index) => ana.createIssue({ title: String(index) }).id);
    const found: string[] = [];
    let from: { since: number } | { cursor: string } = { since: Date.now() - 60_000 };
    for (let more = true; more;) {
      const page = await linear.changedSince(from);
      found.push(...page.changes.map(({ issueId }) => issueId));
      from = { cursor: page.cursor };
      more = page.more;
    }

    expect(found.toSorted()).toEqual(ids.toSorted());
  });
});

describe('moving a card', () => {
  test('moves it from the expected state, with the bot as the mover', async () => {
    const { there, linear, ana, states } = await linearWith();
    const { id } = ana.createIssue({ title: 'x', stateId: states.inProgress.id });

    expect(await linear.moveIssue({ issueId: id, from: states.inProgress.id, to: states.todo.id })).toEqual({
      kind: 'moved',
    });
    expect(there.world.issue(id)['stateId']).toBe(states.todo.id);
  });

  test('leaves it alone when a person was faster', async () => {
    const { there, linear, ana, states } = await linearWith();
    const { id } = ana.createIssue({ title: 'x', stateId: states.done.id });

    expect(
      await linear.moveIssue({ issueId: id, from: states.inProgress.id, to: states.todo.id }),
    ).toMatchObject({
      kind: 'elsewhere',
      state: { type: 'completed' },
    });
    expect(there.world.issue(id)['stateId']).toBe(states.done.id);
  });

  test('reports that it is gone', async () => {
    const { linear, ana, states } = await linearWith();
    const removed = ana.createIssue({ title: 'x' }).id;
    const trashed = ana.createIssue({ title: 'y' }).id;
    ana.remove('Issue', removed);
    ana.edit(trashed, { trashed: true });
    const move = { from: states.backlog.id, to: states.todo.id };

    expect(await linear.moveIssue({ issueId: removed, ...move })).toEqual({ kind: 'gone' });
    expect(await linear.moveIssue({ issueId: trashed, ...move })).toEqual({ kind: 'gone' });
  });

  test('is attempted only once when the response is lost', async () => {
    const { there, linear, ana, states } = await linearWith();
    const { id } = ana.createIssue({ title: 'x' });
    there.fail('lost-answer', { operation: 'MoveIssue' });

    const moving = linear.moveIssue({ issueId: id, from: states.backlog.id, to: states.todo.id });

    await expect(moving).rejects.toMatchObject({ reason: 'network', failure: { applied: 'unknown' } });
    expect(callsOf(there).filter((name) => name === 'MoveIssue')).toHaveLength(1);
  });

  test('does not trust a response with success: false', async () => {
    const { there, linear, ana, states } = await linearWith();
    const { id } = ana.createIssue({ title: 'x' });
    there.fail('success-false', { operation: 'MoveIssue' });

    const moving = linear.moveIssue({ issueId: id, from: states.backlog.id, to: states.todo.id });

    await expect(moving).rejects.toMatchObject({ reason: 'refused' });
    expect(there.world.issue(id)['stateId']).toBe(states.backlog.id);
  });

  test('labels are added and removed without touching those set by people', async () => {
    const { there, linear, ana } = await linearWith();
    const { labels } = there.workspace;
    const { id } = ana.createIssue({ title: 'x', labelIds: [labels.interface.id, labels.chore.id] });

    await linear.labelIssue({ issueId: id, add: [labels.contract.id], remove: [labels.chore.id] });

    expect(there.world.issue(id)['labelIds']).toEqual([labels.interface.id, labels.contract.id]);
  });
});

describe('putting a record under an id of our own', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'a comment whose answer is lost is there once, whatever the words (seed %i)',
    async (seed) => {
      const { there, linear, ana } = await linearWith({ seed });
      const issue = ana.createIssue({ title: 'x' });
      const comment = { id: randomUUID(), issueId: issue.id, body: 'blocked' };
      there.fail('lost-answer', { operation: 'CreateComment' });

      expect(await linear.putComment(comment)).toBe('was-there');
      expect(there.world.store.related('Comment', 'issueId', issue.id)).toHaveLength(1);
    },
  );

  test('a comment is created, edited in place, and not duplicated by a caller that forgot it', async () => {
    const { there, linear, ana } = await linearWith();
    const issue = ana.createIssue({ title: 'x' });
    const comment = { id: randomUUID(), issueId: issue.id, body: 'one' };

    expect(await linear.putComment(comment)).toBe('created');
    expect(await linear.putComment({ ...comment, body: 'two', known: true })).toBe('updated');
    expect(await linear.putComment({ ...comment, body: 'three' })).toBe('was-there');

    expect(there.world.store.related('Comment', 'issueId', issue.id)).toMatchObject([
      { id: comment.id, body: 'three' },
    ]);
  });

  test('a known comment that a person deleted is not recreated', async () => {
    const { linear, ana } = await linearWith();
    const issue = ana.createIssue({ title: 'x' });
    const comment = { id: randomUUID(), issueId: issue.id, body: 'one' };
    await linear.putComment(comment);
    ana.remove('Comment', comment.id);

    await expect(linear.putComment({ ...comment, known: true })).rejects.toMatchObject({
      reason: 'not-found',
    });
  });

  test('a refusal for another reason stays a refusal', async () => {
    const { linear } = await linearWith();

    const putting = linear.putComment({ id: randomUUID(), issueId: randomUUID(), body: 'x' });

    await expect(putting).rejects.toMatchObject({ reason: 'not-found' });
  });

  test('an existing document is not overwritten by a second creation', async () => {
    const { there, linear, ana } = await linearWith();
    const issue = ana.createIssue({ title: 'x' });
    const document = { id: randomUUID(), issueId: issue.id, title: 'Design note', content: 'draft' };
    expect(await linear.putDocument(document)).toBe('created');
    ana.editDocument(document.id, 'what a person wrote');

    expect(await linear.putDocument(document)).toBe('was-there');
    expect(there.world.store.get('Document', document.id)?.['content']).toBe('what a person wrote');
    expect(await linear.putDocument({ ...document, content: 'new draft', known: true })).toBe('updated');
  });

  test('an attachment is unique by its URL', async () => {
    const { there, linear, ana } = await linearWith();
    const issue = ana.createIssue({ title: 'x' });
    const card = {
      issueId: issue.id,
      url: 'https://gate.example/eng-1',
      title: 'Blocked',
      metadata: { open: 2 },
    };
    there.fail('lost-answer', { operation: 'PutAttachment' });

    const first = await linear.putAttachment(card);
    const second = await linear.putAttachment({ ...card, title: 'Passed' });

    expect(second.id).toBe(first.id);
    expect(there.world.store.related('Attachment', 'issueId', issue.id)).toMatchObject([{ title: 'Passed' }]);
  });

  test('a corrective action is created once', async () => {
    const { there, linear, ana } = await linearWith();
    const parent = ana.createIssue({ title: 'x' });
    const input = {
      id: randomUUID(),
      teamId: there.workspace.team.id,
      title: 'Mend it',
      parentId: parent.id,
      dueDate: '2026-12-24',
    };
    there.fail('lost-answer', { operation: 'CreateIssue' });

    expect(await linear.createIssue(input)).toMatchObject({ id: input.id, identifier: 'ENG-2' });
    expect(await linear.createIssue(input)).toMatchObject({ identifier: 'ENG-2' });
    expect(there.world.store.related('Issue', 'parentId', parent.id)).toHaveLength(1);
  });

  test('a person is subscribed once', async () => {
    const { there, linear, ana } = await linearWith();
    const issue = ana.createIssue({ title: 'x' });
    const userId = there.workspace.people.ben.id;

    await linear.subscribe({ issueId: issue.id, userId });
    await linear.subscribe({ issueId: issue.id, userId });

    expect(there.world.issue(issue.id)['subscriberIds']).toEqual([userId]);
    await expect(linear.subscribe({ issueId: issue.id, userId: randomUUID() })).rejects.toMatchObject({
      reason: 'not-found',
    });
  });

  test.each(['1', 'c0ffee00-0000-5000-8000-000000000000'])(
    'an id like %s is refused before it is sent',
    async (id) => {
      const { there, linear } = await linearWith();

      await expect(linear.putComment({ id, issueId: 'x', body: '' })).rejects.toThrow('UUID v4');
      expect(there.calls).toEqual([]);
    },
  );
});

describe('the budget', () => {
  test('is what the headers say', async () => {
    const { there, linear } = await linearWith({ limits: { requests: 100, complexity: 5_000 } });
    expect(linear.budget().requests).toBeUndefined();

    await linear.viewer();

    expect(linear.budget()).toMatchObject({
      requests: { limit: 100, remaining: 99 },
      complexity: { limit: 5_000, remaining: 5_000 - there.calls[0]!.points },
      breaker: { kind: 'closed' },
    });
  });

  test('stops before Linear’s limit, and leaves the reserve to essential calls', async () => {
    const { there, linear } = await linearWith({ limits: { requests: 20 } });
    let refused: unknown;
    for (let index = 0; index < 40 && refused === undefined; index += 1) {
      refused = await linear.viewer().then(
        () => undefined,
        (error: unknown) => error,
      );
    }

    expect(refused).toMatchObject({ reason: 'budget' });
    await linear.viewer({ priority: 'essential' });
    expect(there.calls.every(({ status }) => status === 200)).toBe(true);
  });

  test('distinguishes a limit of one operation from the common one', async () => {
    const { linear } = await linearWith({ endpointLimits: { Viewer: 1 } }, { longestWaitMs: 50 });
    await linear.viewer();

    await expect(linear.viewer()).rejects.toMatchObject({ reason: 'budget' });
    expect(await linear.teams()).toHaveLength(1);
  });
});

describe('failures', () => {
  test.each(['rate-limited', 'rate-limited-typed', 'too-many-requests'] as const)(
    '%s pauses all calls, whichever shape it has',
    async (failure) => {
      const { there, linear } = await linearWith();
      there.fail(failure);

      await expect(linear.viewer()).rejects.toMatchObject({ reason: 'rate-limited' });
      await expect(linear.teams()).rejects.toMatchObject({ reason: 'circuit-open' });
      expect(there.calls).toHaveLength(1);
    },
  );

  test.each([
    ['html', 'unavailable'],
    ['internal', 'unavailable'],
    ['lock-timeout', 'unavailable'],
    ['reset', 'network'],
    ['hang', 'timeout'],
  ] as const)('%s is overcome by retrying, and is %s if it persists', async (failure, reason) => {
    const { there, linear } = await linearWith({}, { timeoutMs: 1_000 });
    there.fail(failure);
    expect(await linear.viewer()).toMatchObject({ app: true });

    there.fail(failure, { times: 3 });
    await expect(linear.viewer()).rejects.toMatchObject({ reason });
  });

  test.each([
    ['partial', 'unexpected-answer'],
    ['forbidden', 'forbidden'],
    ['unauthenticated', 'authentication'],
  ] as const)('%s is not retried: %s', async (failure, reason) => {
    const { there, linear } = await linearWith();
    there.fail(failure);

    await expect(linear.viewer()).rejects.toMatchObject({ reason });
    expect(there.calls).toHaveLength(1);
  });

  test('a revoked token is reported as such', async () => {
    const { there, linear } = await linearWith();
    there.revoke();

    await expect(linear.viewer()).rejects.toMatchObject({ reason: 'authentication', exitCode: 2 });
  });

  test('an unreachable server is reported as such', async () => {
    const gone = await startLinear();
    await gone[Symbol.asyncDispose]();
    const linear = createLinear({ token: 't', apiUrl: gone.apiUrl, attempts: 1 });

    await expect(linear.viewer()).rejects.toMatchObject({ reason: 'network', failure: { applied: 'no' } });
  });

  test('every put ends with exactly one record despite many kinds of failures', async () => {
    const storm = {
      html: 0.1,
      internal: 0.1,
      'lost-answer': 0.15,
      reset: 0.1,
      'success-false': 0.1,
      'lock-timeout': 0.05,
    };
    const { there, linear, ana } = await linearWith({ seed: 7, failureRates: storm }, { attempts: 2 });
    const issue = ana.createIssue({ title: 'x' });
    const comments = Array.from({ length: 25 }, (_, index) => ({
      id: randomUUID(),
      issueId: issue.id,
      body: `c${index}`,
    }));

    for (const comment of comments) {
      for (let done = false; !done;) {
        done = await linear.putComment(comment).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(LinearError);
            return false;
          },
        );
      }
    }

    const kept = there.world.store.related('Comment', 'issueId', issue.id);
    expect(kept.map(({ id }) => id).toSorted()).toEqual(comments.map(({ id }) => id).toSorted());
    expect(new Set(kept.map(({ body }) => body))).toEqual(new Set(comments.map(({ body }) => body)));
  });
});

test('exactly one of token and API key is required', () => {
  expect(() => createLinear({})).toThrow('LINEAR_TOKEN');
  expect(() => createLinear({ token: 'a', apiKey: 'b' })).toThrow('not both');
});

describe('undoing a move', () => {
  test('does not touch a card that somebody moved again, even back to the same state', async () => {
    const { linear, ana, states, there } = await linearWith();
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    ana.move(id, states.inProgress.id);
    const [first] = stateChanges((await linear.issue(id))!);
    await new Promise((later) => setTimeout(later, 5));
    ana.move(id, states.todo.id);
    await new Promise((later) => setTimeout(later, 5));
    ana.move(id, states.inProgress.id);

    const move = { issueId: id, from: states.inProgress.id, to: states.todo.id };

    expect(await linear.moveIssue({ ...move, undoing: first!.id })).toMatchObject({ kind: 'moved-since' });
    expect(there.world.issue(id)['stateId']).toBe(states.inProgress.id);
    const [newest] = stateChanges((await linear.issue(id))!);
    expect(await linear.moveIssue({ ...move, undoing: newest!.id })).toEqual({ kind: 'moved' });
  });
});

describe('a log in a document', () => {
  test('is appended to, keeps what people wrote, and has each entry once', async () => {
    const { there, linear, ana } = await linearWith();
    const log = {
      id: randomUUID(),
      teamId: there.workspace.team.id,
      title: 'Decision log',
      head: '# Decisions',
    };
    const append = (mark: string) => linear.appendToDocument({ ...log, text: `* ${mark}: ship it`, mark });
    const content = () => String(there.world.store.get('Document', log.id)?.['content']);

    expect(await append('D-1')).toBe('created');
    expect(await append('D-1')).toBe('was-there');
    ana.editDocument(log.id, `${content()}\n\na word of Ana`);
    expect(await append('D-2')).toBe('updated');

    expect(content()).toMatch(/^# Decisions\s+\* D-1: ship it\s+a word of Ana\s+\* D-2: ship it\s*$/);
  });
});
