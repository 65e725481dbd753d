import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import { type LinearStandIn, startLinear } from '@uat/linear/testing';
import { temporaryFolder } from '@uat/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCommand } from './support/spawn-uat.ts';

const folder = temporaryFolder(afterAll);
const policy = path.join(folder, 'policy.yaml');
let linear: LinearStandIn;

// Each rule holds by now, and nothing is waited for.
const held = readFileSync(path.join(projectRoot, 'gate.policy.yaml'), 'utf8')
  .replace(/^since: .*$/m, "since: '2026-01-01'")
  .replaceAll(/changed: .*$/gm, "changed: '2026-01-01'")
  .replace(/^grace: .*\n/m, '');

beforeAll(async () => {
  writeFileSync(policy, `${held}\ngrace: 0\n`);
  linear = await startLinear();
  const { people, states, labels } = linear.workspace;
  const ana = linear.as(people.ana.id);
  const { id } = ana.createIssue({
    title: 'Order of lists',
    labelIds: [labels.interface.id],
    stateId: states.todo.id,
  });
  ana.move(id, states.inProgress.id);
});
afterAll(async () => {
  await linear[Symbol.asyncDispose]();
});

/** `uat gate …` with the variables of the gatekeeper, some of them changed. */
function gate(words: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  return startCommand(['gate', ...words], {
    env: {
      LINEAR_TOKEN: linear.token,
      LINEAR_API_URL: linear.apiUrl,
      GATE_DATABASE: path.join(folder, 'gatekeeper.db'),
      GATE_POLICY: policy,
      ...changes,
    },
  });
}

const nowhere = { LINEAR_API_URL: 'http://127.0.0.1:1/graphql' };

describe('uat gate explain', () => {
  test('answers about a ticket in Linear, and says what the gatekeeper would do', async () => {
    const { exitCode, stdout, stderr } = await gate(['explain', 'ENG-1']);

    expect(stderr).toBe('');
    expect(stdout).toMatch(/^BLOCK\n {2}interface work, because it has the label “interface”\n/);
    expect(stdout).toContain(
      'The gatekeeper would put it back to “Todo”, comment on it and add a draft of the design note.',
    );
    expect(exitCode).toBe(1);
  });

  test('tries another text on it', async () => {
    const edited = path.join(folder, 'edited.md');
    writeFileSync(
      edited,
      '## Definition of Done\n- the list keeps its order\n\nMock: https://www.figma.com/design/a/b\n',
    );

    const explained = await gate(['explain', '--ticket', 'ENG-1', '--file', edited, '--json', '-']);
    const simulated = await gate(['simulate', '--ticket', 'ENG-1', '--file', edited, '--json', '-']);

    expect(JSON.parse(explained.stdout)).toMatchObject({
      verdict: 'advise',
      fields: { dod: true, mock_link: true, contract_link: false },
    });
    expect(JSON.parse(simulated.stdout)).toMatchObject({ verdict: 'advise', work: { kind: 'interface' } });
    expect([explained.exitCode, simulated.exitCode]).toEqual([0, 0]);
  });

  test.each([
    ['no token', ['explain', 'ENG-1'], { LINEAR_TOKEN: '' }, 2, 'Set LINEAR_TOKEN or LINEAR_API_KEY'],
    ['no such ticket', ['explain', 'ENG-99'], {}, 2, 'Gatekeeper cannot see a ticket ENG-99'],
    ['no ticket at all', ['explain'], {}, 2, 'Name a ticket in Linear (ENG-123), or a file with its text'],
    ['no Linear', ['explain', 'ENG-1'], nowhere, 3, 'Linear could not be reached'],
  ])('%s', async (_name, words, changes, code, sentence) => {
    const { exitCode, stderr } = await gate(words, changes);

    expect(stderr).toContain(sentence);
    expect(exitCode).toBe(code);
  });
});

describe('uat gate backfill', () => {
  test('shows what the gatekeeper would do, and writes nothing', async () => {
    const before = linear.world.issue('ENG-1');

    const { exitCode, stdout, stderr } = await gate(['backfill', '--dry-run']);

    expect(stderr).toBe('  tickets looked at: 1, in work: 1');
    expect(stdout).toMatch(
      /ENG-1 +block +definition-of-done, mock-or-contract.* would put it back to “Todo”/,
    );
    expect(linear.world.issue('ENG-1')).toEqual(before);
    expect(exitCode).toBe(0);
  });

  test('needs a database of the gatekeeper to mark tickets in', async () => {
    const { exitCode, stderr } = await gate(['backfill']);

    expect(stderr).toContain('The gatekeeper has no database yet');
    expect(exitCode).toBe(2);
  });
});

describe('uat gate doctor', () => {
  test('says what keeps the gatekeeper from working', async () => {
    const { exitCode, stdout } = await gate(['doctor']);

    expect(stdout).toMatch(/✓ token +Gatekeeper, an app, in the workspace Example/);
    expect(stdout).toMatch(/✗ database +it does not exist yet {2}→ start the gatekeeper once/);
    expect(stdout).toMatch(/- webhook +an app cannot list webhooks {2}→ check in Linear’s settings/);
    expect(exitCode).toBe(1);
  });

  test('ends with 2 without a token, 3 without Linear', async () => {
    const [without, dead] = await Promise.all([
      gate(['doctor', '--json', '-'], { LINEAR_TOKEN: '' }),
      gate(['doctor', '--json', '-'], nowhere),
    ]);

    expect([without.exitCode, dead.exitCode]).toEqual([2, 3]);
    expect(JSON.parse(without.stdout).checks).toContainEqual(
      expect.objectContaining({ check: 'token', state: 'failed', exitCode: 2 }),
    );
  });
});

describe('uat gate automation', () => {
  test('has the names of the workspace, or none', async () => {
    const named = await gate(['automation', '--team', 'ENG']);
    const bare = await gate(['automation', '--label', 'may-start'], { LINEAR_TOKEN: '' });

    expect(named.stdout).toContain('action     set status to “Todo”');
    expect(bare.stdout).toContain('Add the label “may-start”');
    expect([named.exitCode, bare.exitCode]).toEqual([0, 0]);
  });
});
