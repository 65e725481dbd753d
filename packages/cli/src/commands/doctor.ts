import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { ineligibility } from '@uat/intent/coverage';
import {
  loadConfig,
  parseGrants,
  resolveTarget,
  type Role,
  roles,
  type Session,
  targetHint,
} from '@uat/config';
import { UatError } from '@uat/core';
import { defaultDriver } from '@uat/hosts';
import {
  clientsFor,
  findBrowser,
  openTarget,
  stagingFolder,
  runsRoot,
  signOutEverywhere,
  targetFacts,
} from '@uat/runner';
import { AuthenticationError, AuthorizationError } from '@uat/sdk';
import { type Check, checkLines } from '../terminal/check-lines.ts';
import type { TargetOptions } from '../options/options.ts';
import type { StopSignals } from '../terminal/stop-signals.ts';
import { writeJson } from '../terminal/write-json.ts';

/** `uat doctor`: checks this machine and the target; its exit code is that of a run with the same problems. */
export async function doctor(options: TargetOptions & { json?: string }, stop: StopSignals): Promise<number> {
  const checks = [node(), results(options), browser(), await hosts(), ...(await targetChecks(options, stop))];
  if (options.json === undefined) process.stdout.write(checkLines(checks));
  else writeJson(options.json, { schemaVersion: 1, checks });
  const codes = checks.map(({ exitCode = 0 }) => exitCode);
  // An error of the target takes precedence, as in a run.
  return codes.includes(1) ? 1 : Math.max(...codes);
}

function node(): Check {
  return { check: 'Node', state: 'ok', found: process.version };
}

function results(options: TargetOptions): Check {
  const root = runsRoot(options);
  try {
    accessSync(root, constants.W_OK);
    return { check: 'results', state: 'ok', found: path.join(root, '.uat') };
  } catch {
    const todo = 'make the folder writable, or use --out';
    return {
      check: 'results',
      state: 'failed',
      found: `${root} cannot be written`,
      todo,
      exitCode: 3,
    };
  }
}

function browser(): Check {
  try {
    const found = findBrowser(process.env);
    if (found !== undefined)
      return { check: 'browser', state: 'ok', found: `${found.path} (${found.source})` };
    const todo = 'nothing: the first run that requires one installs it';
    return { check: 'browser', state: 'missing', found: 'none', todo };
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    return {
      check: 'browser',
      state: 'failed',
      found: error.message,
      todo: 'correct it',
      exitCode: error.exitCode,
    };
  }
}

/** Checks whether clean machines for packages can be made here. */
async function hosts(): Promise<Check> {
  const { name, probe } = await defaultDriver();
  const { capabilities, missing } = await probe();
  if (missing.length === 0)
    return { check: 'hosts', state: 'ok', found: `${name}: ${[...capabilities].join(', ')}` };
  const without = [...Map.groupBy(missing, ({ reason }) => reason)].map(
    ([reason, all]) => `no ${all.map(({ capability }) => capability).join(', ')}: ${reason}`,
  );
  const todo = 'tests that require them are listed as not proven; run as root on Linux to prove them';
  return { check: 'hosts', state: 'missing', found: `${name}, ${without.join('; ')}`, todo };
}

async function targetChecks(options: TargetOptions, stop: StopSignals): Promise<Check[]> {
  using staging = stagingFolder();
  try {
    const config = await loadConfig(options.config);
    const grants = (options.grant ?? []).flatMap(parseGrants);
    const choice = { target: options.target, grants, ca: options.ca };
    const wanted = resolveTarget(config, choice, process.env);
    const hint = targetHint(wanted, process.env);
    const logFile = path.join(staging.evidence, 'platform.log');
    await using open = await openTarget(wanted, {
      logFile,
      folder: staging.packages,
      say: () => undefined,
      signal: stop.signal,
    });
    await using tidy = new AsyncDisposableStack();
    tidy.defer(() => signOutEverywhere(staging.sessions, open.target, say));
    const { version, contractVersion, capabilities, problem } = await targetFacts(open.target);
    const { name, url, grants: granted } = open.target;
    return [
      {
        check: 'target',
        state: 'ok',
        found: `${name} ${url}, Kamiwaza ${version ?? '?'}, API ${contractVersion ?? '?'}`,
        ...(hint === undefined ? {} : { todo: hint }),
      },
      problem === undefined
        ? {
            check: 'capabilities',
            state: 'ok',
            found: capabilities.join(', ') || 'nothing beyond signing in and answering',
          }
        : {
            check: 'capabilities',
            state: 'failed',
            found: problem.message,
            todo: 'correct it',
            exitCode: problem.exitCode,
          },
      {
        check: 'grants',
        state: 'ok',
        found: granted.join(', ') || 'none: tests that change the target do not run',
      },
      ...(await Promise.all(roles.map((role) => signIn(role, open.target, staging.sessions)))),
    ];
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    const { message, exitCode } = error;
    const todo = exitCode === 3 ? 'check the URL, the network and that the platform runs' : 'correct it';
    return [{ check: 'target', state: 'failed', found: message, todo, exitCode }];
  }
}

const say = (line: string) => void process.stderr.write(`  ${line}\n`);

async function signIn(role: Role, target: Session['target'], sessions: string): Promise<Check> {
  const check = `role ${role}`;
  const client = clientsFor(target, sessions)(role);
  if (client === undefined) {
    const made = role !== 'admin' && ineligibility(['grant:users', 'role:admin'], target) === undefined;
    const todo = made
      ? 'nothing: a run creates a user for it, if the target has the capability users'
      : 'set its variables (docs/targets.md) to prove what requires it';
    return { check, state: 'missing', found: 'no credentials', todo };
  }
  try {
    const { username } = await client.auth.me();
    return { check, state: 'ok', found: `signs in as ${username}` };
  } catch (error) {
    const refused = error instanceof AuthenticationError || error instanceof AuthorizationError;
    // On an embedded platform the credentials are known to be valid.
    const isMisconfigured = refused && target.kind === 'attached';
    const todo = isMisconfigured
      ? 'correct its variables'
      : 'the target gives a wrong answer; run the smoke area';
    const found = error instanceof Error ? error.message : String(error);
    return { check, state: 'failed', found, todo, exitCode: isMisconfigured ? 2 : 1 };
  }
}
