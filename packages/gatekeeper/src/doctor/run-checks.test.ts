import { expect, test } from 'vitest';
import { gateOnStandIn } from '../testing/gate-on-stand-in.ts';
import { runChecks } from './run-checks.ts';

/** The result of each check, by its name. */
async function checked(
  environment: Readonly<Record<string, string>>,
  clock?: Parameters<typeof runChecks>[0]['clock'],
) {
  const checks = await runChecks({ environment, suites: {}, ...(clock !== undefined && { clock }) });
  return Object.fromEntries(checks.map(({ check, ...is }) => [check, is]));
}

test('a working gate is confirmed by its traces and by Linear', async () => {
  await using there = await gateOnStandIn();
  const { linear, gate, clock, environment } = there;
  linear.as(linear.workspace.people.ana.id).createIssue({ title: 'x' });
  await linear.settled();
  await gate.scan();

  const checks = await checked({ ...environment, PUBLIC_URL: '' }, clock);

  expect(checks).toMatchObject({
    policy: { state: 'ok' },
    database: { state: 'ok' },
    'last scan': { state: 'ok' },
    'last delivery': { state: 'ok' },
    queue: { state: 'ok' },
    address: { state: 'missing' },
    token: { state: 'ok', found: 'Gatekeeper, an app, in the workspace Example' },
    scopes: { state: 'missing' },
    teams: { state: 'ok', found: 'ENG, each with a state before work' },
    label: { state: 'missing' },
    people: { state: 'missing', found: expect.stringContaining('Daniel matches no member') },
    webhook: { state: 'missing', found: 'an app cannot list webhooks' },
    budget: { state: 'ok' },
  });
  expect(Object.values(checks).map(({ exitCode }) => exitCode ?? 0)).toEqual(
    Object.keys(checks).map(() => 0),
  );
});

test("with a person's API key the webhooks are visible", async () => {
  await using there = await gateOnStandIn();
  const { linear, environment, clock } = there;
  const { LINEAR_TOKEN: _token, ...without } = environment;

  const checks = await checked(
    { ...without, LINEAR_API_KEY: linear.apiKey, PUBLIC_URL: 'http://127.0.0.1:9', GATE_LABEL: 'chore' },
    clock,
  );

  expect(checks).toMatchObject({
    token: { state: 'missing', found: 'Ana, a person, in the workspace Example' },
    label: { state: 'ok' },
    address: { state: 'failed', exitCode: 1 },
    webhook: { state: 'failed', found: 'none of 1 goes to http://127.0.0.1:9/webhooks/linear' },
  });
});

test('a check that cannot run is reported, and the other checks still run', async () => {
  const checks = await checked({
    GATE_DATABASE: 'no-such-folder/gate.db',
    LINEAR_TOKEN: 'lin_oauth_x',
    LINEAR_API_URL: 'http://127.0.0.1:1/graphql',
  });
  const none = await checked({ GATE_DATABASE: 'no-such-folder/gate.db' });

  expect(checks).toMatchObject({
    policy: { state: 'ok' },
    database: { state: 'failed', found: 'it does not exist yet', exitCode: 1 },
    token: { state: 'failed', found: expect.stringContaining('Linear could not be reached'), exitCode: 3 },
  });
  expect(none['token']).toMatchObject({ exitCode: 2, found: expect.stringContaining('Set LINEAR_TOKEN') });
});
