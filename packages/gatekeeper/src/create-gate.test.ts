import { afterEach, describe, expect, test } from 'vitest';
import { gateOnStandIn } from './testing/gate-on-stand-in.ts';

type Options = Parameters<typeof gateOnStandIn>[0];
const running: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of running.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

async function started(options?: Options) {
  const there = await gateOnStandIn(options);
  running.push(there);
  const { linear } = there;
  const { world, workspace } = linear;
  const ana = linear.as(workspace.people.ana.id);
  return {
    ...there,
    ana,
    states: workspace.states,
    labels: workspace.labels,
    stateOf: (id: string) => world.store.get('WorkflowState', world.issue(id)['stateId'])?.['name'],
    commentsOn: (id: string) =>
      world.store
        .related('Comment', 'issueId', id)
        .filter(({ userId }) => userId === workspace.bot.id)
        .map(({ body }) => String(body)),
    documentsOn: (id: string) => world.store.related('Document', 'issueId', id),
    cardsOn: (id: string) => world.store.related('Attachment', 'issueId', id),
  };
}

const minute = 60_000;
const dod = '## Definition of Done\n- the list keeps its order after a reload\n';
const mock = '\nMock: https://www.figma.com/design/a/b\n';

describe('a card that is moved into work too early', () => {
  test('goes back with one comment, a card and a draft of the design note, and passes once it is filled in', async () => {
    const { ana, states, labels, pass, sent, stateOf, commentsOn, documentsOn, cardsOn } = await started();
    const { id } = ana.createIssue({
      title: 'Order of lists',
      labelIds: [labels.interface.id],
      stateId: states.todo.id,
    });
    ana.move(id, states.inProgress.id);

    await pass(60_000);
    expect(stateOf(id)).toBe('In Progress');
    expect(commentsOn(id)).toEqual([]);

    await pass(60_000);
    expect(stateOf(id)).toBe('Todo');
    expect(commentsOn(id)).toEqual([
      expect.stringMatching(
        /went back to \*\*Todo\*\*; it had been moved by Ana[^]*definition-of-done[^]*mock-or-contract/,
      ),
    ]);
    expect(cardsOn(id)).toMatchObject([
      { title: 'Intent gate: not ready', url: 'https://gate.example.com/issues/ENG-1' },
    ]);
    expect(documentsOn(id)).toMatchObject([{ title: 'Design note (draft): Order of lists' }]);

    ana.edit(id, { description: dod });
    await pass(5_000);
    expect(commentsOn(id)).toEqual([expect.not.stringContaining('definition-of-done')]);

    ana.edit(id, { description: dod + mock });
    await pass(5_000);
    expect(commentsOn(id)).toEqual([expect.stringMatching(/May start/)]);

    ana.move(id, states.inProgress.id);
    await pass(10 * minute);
    expect(stateOf(id)).toBe('In Progress');
    expect(commentsOn(id)).toHaveLength(1);
    expect(sent.filter((one) => one.startsWith('move'))).toEqual(['move done']);
  });

  test('is left alone while the person is still filling it in', async () => {
    const { ana, states, labels, pass, sent, stateOf } = await started();
    const { id } = ana.createIssue({ title: 'x', labelIds: [labels.chore.id], stateId: states.todo.id });
    ana.move(id, states.inProgress.id);
    await pass(30_000);
    ana.edit(id, { description: dod });
    await pass(10 * minute);

    expect(stateOf(id)).toBe('In Progress');
    expect(sent).toEqual([]);
  });
});

describe('who moved the card', () => {
  test('each move of a person is undone once, at most three in a day', async () => {
    const { ana, states, pass, sent, stateOf, commentsOn } = await started();
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    for (let move = 0; move < 5; move += 1) {
      ana.move(id, states.inProgress.id);
      await pass(5 * minute);
    }

    expect(sent.filter((one) => one === 'move done')).toHaveLength(3);
    expect(stateOf(id)).toBe('In Progress');
    expect(commentsOn(id)).toEqual([expect.stringContaining('put back 3 times within a day')]);
  });

  test('a script that moves the card back at once is answered only once', async () => {
    const { ana, linear, states, pass, sent, stateOf, commentsOn } = await started();
    linear.moves.pullBack({
      by: 'person',
      personId: linear.workspace.people.ana.id,
      afterMs: 200,
      times: 10,
    });
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    ana.move(id, states.inProgress.id);
    await pass(15 * minute);

    expect(sent.filter((one) => one === 'move done')).toHaveLength(2);
    expect(stateOf(id)).toBe('In Progress');
    expect(commentsOn(id)).toEqual([expect.stringContaining('does not play ping-pong')]);
  });

  test('git automation on several cards is answered once for each, however often it runs', async () => {
    const { ana, linear, states, pass, sent, commentsOn } = await started();
    const ids = ['a', 'b', 'c'].map((title) => ana.createIssue({ title, stateId: states.todo.id }).id);
    const ben = linear.workspace.people.ben.id;
    for (let push = 0; push < 3; push += 1) {
      linear.moves.git('start', ids, ben);
      await pass(5 * minute);
    }

    expect(sent.filter((one) => one === 'move done')).toHaveLength(3);
    expect(commentsOn(ids[0]!)).toEqual([
      expect.stringContaining('git automation with the token of Ben moved it again'),
    ]);
  });

  test('an automation of Linear is named', async () => {
    const { ana, linear, states, pass, commentsOn } = await started();
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    linear.moves.workflow(id, states.inProgress.id);
    await pass(5 * minute);

    expect(commentsOn(id)).toEqual([expect.stringContaining('moved by Automation')]);
  });

  test('a card created in work goes to the first state before work', async () => {
    const { ana, states, pass, stateOf } = await started();
    const { id } = ana.createIssue({ title: 'x', stateId: states.inProgress.id });
    await pass(5 * minute);

    expect(stateOf(id)).toBe('Todo');
  });

  test('a finished card is never moved, only told which items are not ticked', async () => {
    const { ana, states, pass, sent, stateOf, commentsOn } = await started();
    const { id } = ana.createIssue({
      title: 'x',
      description: 'AC\n- [x] the list has an order\n- [ ] it is kept after a reload',
      stateId: states.todo.id,
    });
    ana.move(id, states.done.id);
    await pass(5 * minute);
    ana.move(id, states.canceled.id);
    await pass(5 * minute);

    expect(stateOf(id)).toBe('Canceled');
    expect(commentsOn(id)).toHaveLength(1);
    expect(sent.filter((one) => one.startsWith('move'))).toEqual([]);
  });

  test('a cancelled ticket is no longer held up, and nothing more is written to it', async () => {
    const { ana, states, pass, gate, commentsOn } = await started();
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    ana.move(id, states.inProgress.id);
    await pass(5 * minute);
    expect(await gate.view.blocked()).toMatchObject([{ identifier: 'ENG-1', verdict: 'block' }]);
    const before = commentsOn(id);

    ana.move(id, states.canceled.id);
    ana.edit(id, { description: dod });
    await pass(5 * minute);

    expect(await gate.view.blocked()).toEqual([]);
    expect(commentsOn(id)).toEqual(before);
  });

  test('an edit while the card is being put back changes only what is missing', async () => {
    const { ana, states, clock, linear, gate, sent, commentsOn } = await started();
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    ana.move(id, states.inProgress.id);
    for (const wait of [2_000, 120_000]) {
      await linear.settled();
      await clock.advance(wait);
      await gate.judge();
    }
    ana.edit(id, { description: 'Some words.' });
    await linear.settled();
    await clock.advance(2_000);
    await gate.judge();
    while ((await gate.send()) > 0);

    expect(sent.filter((one) => one.startsWith('move'))).toEqual(['move done']);
    expect(commentsOn(id)).toEqual([expect.stringContaining('went back to **Todo**')]);
  });

  test('a card that moved on while the gate decided is left where it is', async () => {
    const { ana, states, clock, linear, gate, stateOf } = await started();
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    ana.move(id, states.inProgress.id);
    await linear.settled();
    await clock.advance(2_000);
    await gate.judge();
    await clock.advance(120_000);
    await gate.judge();
    ana.move(id, states.done.id);
    while ((await gate.send()) > 0);

    expect(stateOf(id)).toBe('Done');
  });
});

describe('a ticket that changes a screen and an API', () => {
  const both = `${dod}${mock}Contract: contracts/lists.openapi.yaml\n`;

  async function waiting() {
    const there = await started();
    const { linear, ana, states, labels, pass } = there;
    // Decider, surrogate and DRI of the area, as named in owners.yaml.
    const person = (name: string) =>
      linear.world.add('User', {
        name,
        displayName: name.toLowerCase(),
        email: `${name}@example.com`,
        url: `https://linear.app/example/profiles/${name.toLowerCase()}`,
        app: false,
        active: true,
      });
    const people = { probst: person('Probst'), daniel: person('Daniel'), matt: person('Matt') };
    const authnz = linear.world.add('IssueLabel', {
      name: 'authnz',
      color: '#888888',
      isGroup: false,
      parentId: null,
    });
    const { id } = ana.createIssue({
      title: 'Lists with an order',
      description: both,
      labelIds: [labels.interface.id, labels.contract.id, authnz.id],
      stateId: states.todo.id,
    });
    ana.move(id, states.inProgress.id);
    await pass(3 * minute);
    const day = 24 * 60 * minute;
    return { ...there, id, people, day };
  }

  test('is escalated when its sign-off is late, decided, and recorded', async () => {
    const { id, people, linear, ana, states, pass, day, clock, stateOf, commentsOn, gate } = await waiting();
    expect(stateOf(id)).toBe('Todo');
    expect(commentsOn(id)).toHaveLength(2);
    expect(commentsOn(id)[1]).toMatch(/profiles\/probst: .* mock and contract, .* for both by 2026-12-16/);
    expect(await gate.view.questions()).toMatchObject([{ stage: 'surrogate', asked: ['Probst'] }]);

    await clock.advance(2 * day);
    await pass(2_000);
    expect(commentsOn(id).at(-1)).toMatch(/identity team.*outstanding since 2026-12-14/);
    await clock.advance(day);
    await pass(2_000);
    expect(commentsOn(id).at(-1)).toMatch(/profiles\/daniel.*profiles\/matt.*Please decide/);
    expect(linear.world.issue(id)['subscriberIds']).toEqual(
      expect.arrayContaining([people.probst.id, people.daniel.id, people.matt.id]),
    );

    ana.comment(id, '/decide approve because it looks nice');
    await pass(5_000);
    expect(commentsOn(id).at(-1)).toContain('Only Daniel and Matt can do that');

    linear.as(people.daniel.id).comment(id, '/decide approve because the customer has seen both');
    await pass(5_000);
    expect(commentsOn(id).at(-1)).toMatch(
      /Recorded as the decision of Daniel on 2026-12-17: \*\*approve\*\*/,
    );
    expect(commentsOn(id)[0]).toContain('May start');
    const logs = linear.world.store.related('Document', 'teamId', linear.workspace.team.id);
    expect(logs).toMatchObject([
      {
        title: 'Decision log',
        content: expect.stringMatching(
          /2026-12-17 \[ENG-1\].*Daniel: \*\*approve\*\*, because the customer/,
        ) as string,
      },
    ]);

    const comments = commentsOn(id).length;
    await clock.advance(30 * day);
    ana.move(id, states.inProgress.id);
    await pass(5 * minute);
    expect(stateOf(id)).toBe('In Progress');
    expect(commentsOn(id)).toHaveLength(comments);
    expect(await gate.view.questions()).toEqual([]);
  });

  test('goes by the latest decision: one that was withdrawn, or that does not approve, signs nothing', async () => {
    const { id, people, linear, pass, commentsOn } = await waiting();
    const daniel = linear.as(people.daniel.id);
    daniel.comment(id, '/decide yes, but not now because the customer is away');
    await pass(5_000);
    expect(commentsOn(id)[0]).toContain('Not ready');

    daniel.comment(id, '/decide approve because the customer has seen both');
    await pass(5_000);
    expect(commentsOn(id)[0]).toContain('May start');

    daniel.comment(id, '/decide wait because the customer changed her mind');
    await pass(5_000);
    expect(commentsOn(id)[0]).toContain('Not ready');
  });

  test('asks again when the contract changes after the decision, and keeps the history', async () => {
    const { id, people, linear, ana, pass, commentsOn } = await waiting();
    linear.as(people.matt.id).comment(id, '/decide approve because the customer has seen both');
    await pass(5_000);
    ana.edit(id, { description: both.replace('lists.openapi', 'sorted-lists.openapi') });
    await pass(5_000);

    expect(commentsOn(id)[0]).toContain('Not ready');
    expect(commentsOn(id).filter((body) => body.includes('needs your sign-off for both'))).toHaveLength(2);
  });

  test('an override by a decider lets it pass until its last day, and can be revoked', async () => {
    const { id, people, linear, ana, states, pass, clock, day, stateOf, commentsOn } = await waiting();
    const daniel = linear.as(people.daniel.id);
    daniel.comment(id, '/gate override the demo is on Wednesday until 2026-12-16');
    await pass(5_000);
    expect(commentsOn(id)[0]).toContain('May start until the end of 2026-12-16**: Daniel lifted the gate');
    ana.move(id, states.inProgress.id);
    await pass(5 * minute);
    expect(stateOf(id)).toBe('In Progress');

    await clock.advance(3 * day);
    await pass(5 * minute);
    expect(commentsOn(id)[0]).toContain('Not ready');

    daniel.comment(id, '/gate override the demo was moved by a week until 2026-12-23');
    await pass(5_000);
    daniel.comment(id, '/gate revoke');
    await pass(5_000);
    expect(commentsOn(id).at(-1)).toContain('is revoked');
    expect(commentsOn(id)[0]).toContain('Not ready');
  });

  test('answers /gate explain in the thread, with what was read', async () => {
    const { id, ana, linear, pass } = await waiting();
    const { id: asked } = ana.comment(id, '/gate explain');
    await pass(5_000);

    const answer = linear.world.store.related('Comment', 'parentId', asked);
    expect(answer).toMatchObject([
      { body: expect.stringMatching(/BLOCK[^]*joint-review[^]*counts: “/) as string },
    ]);
  });
});
