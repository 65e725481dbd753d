import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { parsePolicy } from '@uat/intent';
import { afterEach, describe, expect, test } from 'vitest';
import { gateOnStandIn } from '../testing/gate-on-stand-in.ts';
import { backfill, type Backfill } from './backfill.ts';
import { openInspection } from './open-inspection.ts';
import { inspectTicket } from './inspect-ticket.ts';

const running: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of running.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

const parsed = parsePolicy(readFileSync(path.join(projectRoot, 'gate.policy.yaml'), 'utf8'));
if (parsed.kind !== 'policy') throw new Error(parsed.problems.join('\n'));
const { policy } = parsed;

async function started({
  isNew = false,
  ...options
}: Parameters<typeof gateOnStandIn>[0] & { isNew?: boolean } = {}) {
  const there = await gateOnStandIn(options);
  running.push(there);
  const { linear, clock, environment } = there;
  const { workspace, world } = linear;
  const stop = new AbortController();
  const inspection = await openInspection({
    // A database that does not exist, as before the first start of the service.
    environment: isNew ? { ...environment, GATE_DATABASE: 'no-such-folder/gate.db' } : environment,
    policy,
    signal: stop.signal,
    clock,
  });
  running.push(inspection);
  const ana = linear.as(workspace.people.ana.id);
  const { labels, states } = workspace;
  /** A ticket of interface work, moved into work. */
  const inWork = (description = '') => {
    const issue = ana.createIssue({
      title: 'Order of lists',
      description,
      labelIds: [labels.interface.id],
      stateId: states.todo.id,
    });
    ana.move(issue.id, states.inProgress.id);
    return issue;
  };
  return {
    ...there,
    ana,
    states,
    inWork,
    stop,
    inspection,
    stateOf: (id: string) => world.store.get('WorkflowState', world.issue(id)['stateId'])?.['name'],
    written: () => linear.calls.filter(({ operation }) => !readOnly.has(operation)),
  };
}

const readOnly = new Set([
  'Viewer',
  'Teams',
  'Users',
  'GateIssue',
  'GateIssues',
  'ChangedSince',
  'LabelNamed',
]);
const dod = '## Definition of Done\n- the list keeps its order after a reload\n';
const mock = '\nMock: https://www.figma.com/design/a/b\n';
const sinceThen = Date.parse('2026-12-01T00:00:00Z');

describe('an inspected ticket', () => {
  test('includes what is attached to it, and nothing is written', async () => {
    const { ana, inWork, inspection, written } = await started();
    const { id } = inWork(dod);
    ana.attach(id, { url: 'https://www.figma.com/design/a/b', title: 'Mock of the list' });

    const { snapshot, outlook } = await inspectTicket(inspection, 'eng-1');

    expect(snapshot).toMatchObject({ id: 'ENG-1', labels: ['interface'], team: 'ENG' });
    expect(snapshot.attached?.mocks).toMatchObject([{ url: 'https://www.figma.com/design/a/b' }]);
    expect(outlook.decision.result.verdict).toBe('advise');
    expect(written()).toEqual([]);
  });

  test('predicts what the service then does', async () => {
    const { inWork, inspection, pass, stateOf, states, ana } = await started();
    const { id } = inWork();
    const sentence = async () => (await inspectTicket(inspection, 'ENG-1')).outlook.sentence;

    expect(await sentence()).toBe(
      'would wait until 09:01:30 UTC for the person who moved it, and then put it back to “Todo”, comment on it and add a draft of the design note',
    );
    await pass(100_000);
    expect(stateOf(id)).toBe('Todo');
    expect(await sentence()).toBe('would do nothing: it is in “Todo”, and is checked when work on it starts');

    ana.edit(id, { description: dod + mock });
    expect(await sentence()).toBe('would edit its comment');
    await pass(5_000);
    ana.move(id, states.inProgress.id);
    expect(await sentence()).toBe('would do nothing: its comment already says what is missing');
    await pass(100_000);
    expect(stateOf(id)).toBe('In Progress');
    expect(await sentence()).toBe('would do nothing: its comment already says what is missing');
  });

  test('predicts an answer that comes before the wait', async () => {
    const { ana, inWork, inspection } = await started();
    const { id } = inWork();
    ana.comment(id, '/gate recheck');

    expect((await inspectTicket(inspection, 'ENG-1')).outlook.sentence).toMatch(
      /^would answer or ask in a comment and wait until 09:01:30 UTC/,
    );
  });

  test('can be tried with another text and other labels', async () => {
    const { inWork, inspection } = await started();
    inWork();

    const edited = await inspectTicket(inspection, 'ENG-1', { description: dod, labels: ['chore'] });

    expect(edited.outlook.decision.result.verdict).toBe('pass');
    expect(edited.outlook.sentence).toBe('would do nothing: it passes');
  });

  test.each([
    ['button', "'button' is not a ticket: give its identifier in Linear, such as ENG-123."],
    ['ENG-99', 'Gatekeeper cannot see a ticket ENG-99'],
  ])('%s is refused', async (id, sentence) => {
    const { inspection } = await started();

    await expect(inspectTicket(inspection, id)).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.stringContaining(sentence),
    });
  });
});

describe('a backfill', () => {
  test('has the service judge what was already in work, once', async () => {
    const { linear, clock, inWork, inspection, gate, states, ana, stateOf } = await started();
    inWork();
    inWork(dod + mock);
    ana.createIssue({ title: 'Later', stateId: states.backlog.id });
    // No webhook reported them.
    await linear.settled();
    await gate.db.deleteFrom('due_issue').execute();
    const run = () => backfill(inspection, { since: sinceThen, dryRun: false, onPage: () => undefined });

    expect(await run()).toMatchObject({ changed: 3, inWork: 2, due: 2, tickets: [] });
    expect(await gate.db.selectFrom('due_issue').selectAll().execute()).toHaveLength(2);
    expect(stateOf('ENG-1')).toBe('In Progress');

    expect(await gate.judge()).toBe(2);
    await clock.advance(120_000);
    expect(await gate.judge()).toBe(2);
    expect(await run()).toMatchObject({ inWork: 2, due: 0 });
  });

  test('shows in a dry run what the service would do, without a database, and writes nothing', async () => {
    const { inWork, inspection, written } = await started({ isNew: true });
    inWork();
    inWork(dod + mock);
    const seen: Backfill[] = [];

    const { tickets } = await backfill(inspection, {
      since: sinceThen,
      dryRun: true,
      onPage: (soFar) => void seen.push(soFar),
    });

    expect(tickets).toMatchObject([
      {
        ticket: 'ENG-1',
        verdict: 'block',
        missing: ['definition-of-done', 'mock-or-contract', 'success-criteria', 'milestone', 'design-note'],
        outlook: expect.stringContaining('put it back to “Todo”'),
      },
      { ticket: 'ENG-2', verdict: 'advise', outlook: expect.stringContaining('and then comment on it') },
    ]);
    expect(seen.at(-1)).toMatchObject({ inWork: 2 });
    expect(written()).toEqual([]);
  });

  test('needs a database to mark tickets in', async () => {
    const { inspection } = await started({ isNew: true });

    await expect(
      backfill(inspection, { since: sinceThen, dryRun: false, onPage: () => undefined }),
    ).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.stringContaining('start it once'),
    });
  });

  test('ends when it is aborted', async () => {
    const { inWork, inspection, stop } = await started();
    inWork();
    stop.abort();

    await expect(
      backfill(inspection, { since: sinceThen, dryRun: false, onPage: () => undefined }),
    ).rejects.toMatchObject({ reason: 'cancelled' });
  });
});
