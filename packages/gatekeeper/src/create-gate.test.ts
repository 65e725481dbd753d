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
    expect(documentsOn(id)).toMatchObject([{ title: 'Design note: Order of lists' }]);

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

  test('is left in peace when it is filled in while the person still writes', async () => {
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
