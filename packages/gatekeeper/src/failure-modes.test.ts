import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { temporaryFolder } from '@uat/testing';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { gateOnStandIn } from './testing/gate-on-stand-in.ts';

const folder = temporaryFolder(afterAll);
const running: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of running.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

async function started(options?: Parameters<typeof gateOnStandIn>[0]) {
  const there = await gateOnStandIn(options);
  running.push(there);
  const { world, workspace } = there.linear;
  const ana = there.linear.as(workspace.people.ana.id);
  const { states } = workspace;
  const tooEarly = () => {
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    ana.move(id, states.inProgress.id);
    return id;
  };
  /** What the gate left on an issue. */
  const effectsOn = (id: string) => ({
    state: String(world.store.get('WorkflowState', world.issue(id)['stateId'])?.['name']),
    moves: world.store
      .related('IssueHistory', 'issueId', id)
      .filter(({ actorId, toStateId }) => actorId === workspace.bot.id && toStateId != null).length,
    comments: world.store.related('Comment', 'issueId', id).length,
    cards: world.store.related('Attachment', 'issueId', id).length,
  });
  return { ...there, ana, states, tooEarly, effectsOn };
}

const minute = 60_000;
const hour = 60 * minute;
const putBack = { state: 'Todo', moves: 1, comments: 1, cards: 1 };

describe('Linear failures', () => {
  test('an hour of downtime delays the gate by an hour and loses nothing', async () => {
    const { linear, gate, pass, tooEarly, effectsOn } = await started();
    linear.misbehave({ html: 1 });
    const ids = [tooEarly(), tooEarly()];
    await pass(5 * minute);
    expect(gate.view.failingOpen()).toMatch(/passing unjudged/);
    await pass(55 * minute);
    expect(ids.map((id) => effectsOn(id).state)).toEqual(['In Progress', 'In Progress']);

    linear.misbehave({ html: 0 });
    await pass(20 * minute);

    expect(ids.map(effectsOn)).toEqual([putBack, putBack]);
    expect(gate.view.failingOpen()).toBeUndefined();
    expect(await gate.view.deadLetters()).toEqual([]);
  });

  test.each([
    'rate-limited',
    'rate-limited-typed',
    'too-many-requests',
    'lost-answer',
    'internal',
    'lock-timeout',
    'partial',
    'reset',
  ] as const)('occasional %s still leads to each effect exactly once', async (failure) => {
    const { pass, tooEarly, effectsOn, gate } = await started({ seed: 3, failureRates: { [failure]: 0.2 } });
    const ids = [tooEarly(), tooEarly(), tooEarly()];
    await pass(3 * hour);

    expect(await gate.view.deadLetters()).toEqual([]);
    expect(ids.map(effectsOn)).toEqual([putBack, putBack, putBack]);
  });

  test('a write refused without a reason becomes a dead letter, which an operator sends again', async () => {
    const { linear, gate, pass, tooEarly, effectsOn } = await started();
    linear.fail('success-false', { operation: 'CreateComment', times: 6 });
    const id = tooEarly();
    await pass(10 * minute);
    const [letter] = await gate.view.deadLetters();
    expect(letter).toMatchObject({
      identifier: 'ENG-1',
      kind: 'comment',
      reason: expect.stringContaining('success: false') as string,
    });

    expect(await gate.view.retry(letter!.id)).toBe(true);
    await pass(minute);

    expect(effectsOn(id)).toEqual(putBack);
    expect(await gate.view.deadLetters()).toEqual([]);
    expect(await gate.view.retry(letter!.id)).toBe(false);
  });

  test('a refused comment is replaced by the next one', async () => {
    const { linear, ana, gate, pass, tooEarly, effectsOn } = await started();
    linear.fail('success-false', { operation: 'CreateComment', times: 6 });
    const id = tooEarly();
    await pass(10 * minute);
    expect(await gate.view.deadLetters()).toHaveLength(1);

    ana.edit(id, { description: 'AC\n- TBD' });
    await pass(minute);

    expect(effectsOn(id)).toEqual(putBack);
    expect(await gate.view.deadLetters()).toEqual([]);
  });

  test('lost webhooks are found by the scan', async () => {
    const { pass, tooEarly, effectsOn, gate } = await started({ deliveries: { drop: 1 } });
    const id = tooEarly();
    await pass(5 * minute);
    expect(effectsOn(id).state).toBe('In Progress');

    for (let round = 0; round < 4; round += 1) {
      while (await gate.scan());
      await pass(5 * minute);
    }

    expect(effectsOn(id)).toEqual(putBack);
  });

  test('duplicated, delayed and reordered webhooks do not matter, because the issue is read afresh', async () => {
    const { pass, tooEarly, effectsOn } = await started({
      seed: 5,
      deliveries: { duplicate: 0.5, duplicateIds: 'new', lagMs: [0, 90_000] },
      readLagMs: 3_000,
    });
    const ids = Array.from({ length: 8 }, tooEarly);
    await pass(30 * minute);

    expect(ids.map(effectsOn)).toEqual(ids.map(() => putBack));
  });
});

describe('deleted records', () => {
  test('a deleted issue is forgotten', async () => {
    const { ana, gate, pass, tooEarly } = await started();
    const id = tooEarly();
    await pass(5 * minute);
    expect(await gate.view.blocked()).toHaveLength(1);

    ana.remove('Issue', id);
    await pass(minute);

    expect(await gate.view.blocked()).toEqual([]);
    expect(await gate.view.deadLetters()).toEqual([]);
  });

  test('a comment that a person deleted is not written again until there is something new to say', async () => {
    const { linear, ana, states, pass, tooEarly, effectsOn } = await started();
    const id = tooEarly();
    await pass(5 * minute);
    const [comment] = linear.world.store.related('Comment', 'issueId', id);
    ana.remove('Comment', comment!.id);
    ana.edit(id, { description: 'Some words.' });
    ana.edit(id, { description: 'AC\n- TBD' });
    await pass(5 * minute);
    expect(effectsOn(id).comments).toBe(0);

    ana.move(id, states.inProgress.id);
    await pass(5 * minute);
    expect(effectsOn(id)).toMatchObject({ comments: 1, moves: 2 });
  });

  test('a card is not moved to a state that was removed from the team', async () => {
    const { linear, ana, states, pass, effectsOn } = await started();
    const { id } = ana.createIssue({ title: 'x', stateId: states.todo.id });
    ana.move(id, states.inProgress.id);
    linear.world.remove('WorkflowState', states.todo.id, { userId: null });
    await pass(5 * minute);

    expect(effectsOn(id).state).toBe('Backlog');
  });
});

describe('the policy', () => {
  const rules = async () => readFile(path.join(projectRoot, 'gate.policy.yaml'), 'utf8');

  test('an invalid file changes nothing, and its problems are reported', async () => {
    const file = path.join(folder, 'typo.yaml');
    await writeFile(file, await rules());
    const { gate, pass, tooEarly, effectsOn } = await started({ environment: { GATE_POLICY: file } });
    await writeFile(file, (await rules()).replace('mode: enforce', 'mode: enforced'));
    const id = tooEarly();
    await pass(5 * minute);

    expect(effectsOn(id)).toEqual(putBack);
    expect(gate.view.policy().problems).toEqual([expect.stringContaining("'enforced' is not a mode")]);

    await writeFile(file, await rules());
    await pass(minute);
    tooEarly();
    await pass(minute);
    expect(gate.view.policy().problems).toEqual([]);
  });

  test('a rule that is tightened without a date is rejected', async () => {
    const file = path.join(folder, 'tightened.yaml');
    await writeFile(file, await rules());
    const { gate, pass, tooEarly } = await started({ environment: { GATE_POLICY: file } });
    await writeFile(file, (await rules()).replace('mode: advise', 'mode: enforce'));
    await pass(10_000);
    tooEarly();
    await pass(minute);

    expect(gate.view.policy().problems).toEqual([expect.stringContaining('runs in shadow first')]);
  });

  test('an invalid file at the very first start keeps the service from starting', async () => {
    const file = path.join(folder, 'broken.yaml');
    await writeFile(file, 'version: 2\n');

    await expect(started({ environment: { GATE_POLICY: file } })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('there is no earlier one') as string,
    });
  });

  test('a changed policy has known tickets judged again', async () => {
    const file = path.join(folder, 'changed.yaml');
    await writeFile(file, await rules());
    const { linear, pass, tooEarly } = await started({ environment: { GATE_POLICY: file } });
    const id = tooEarly();
    await pass(5 * minute);
    await writeFile(file, (await rules()).replace('Add a section', 'Please write a section'));
    tooEarly();
    await pass(2 * minute);

    const [comment] = linear.world.store.related('Comment', 'issueId', id);
    expect(comment?.['body']).toContain('Please write a section');
  });
});

test('a label for native automation follows the verdict', async () => {
  const { linear, ana, states, pass } = await started({ environment: { GATE_LABEL: 'intent-ok' } });
  const label = linear.world.add('IssueLabel', {
    name: 'intent-ok',
    color: '#888888',
    isGroup: false,
    parentId: null,
  });
  const { id } = ana.createIssue({ title: 'x', description: 'AC\n- it works', stateId: states.todo.id });
  await pass(5_000);
  expect(linear.world.issue(id)['labelIds']).toEqual([label.id]);

  ana.edit(id, { description: 'AC\n- TBD' });
  await pass(5_000);
  expect(linear.world.issue(id)['labelIds']).toEqual([]);
});
