import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { styleText } from 'node:util';
import {
  loadConfig,
  parseGrants,
  projectRoot,
  resolveTarget,
  roles,
  type Session,
  targetHint,
  UatError,
} from '@uat/config';
import { findBrowser, probe } from '@uat/runner';
import { AuthenticationError, AuthorizationError, createKamiwaza } from '@uat/sdk';
import { openTarget } from '../open-target.ts';
import type { TargetOptions } from '../options.ts';
import type { StopSignals } from '../stop-signals.ts';
import { targetVersions } from '../target-versions.ts';
import { writeJson } from '../write-json.ts';

/** One thing that was checked. */
interface Check {
  check: string;
  state: 'ok' | 'missing' | 'failed';
  found: string;
  /** What to do; only when there is something to do. */
  todo?: string;
  /** The exit code that a run would end with because of it. */
  exitCode?: 2 | 3;
}

/** `uat doctor`: checks this machine and the target; gives the exit code that a run would end with. */
export async function doctor(options: TargetOptions & { json?: string }, stop: StopSignals): Promise<number> {
  const checks = [node(), results(), browser(), ...(await target(options, stop))];
  if (options.json === undefined) process.stdout.write(lines(checks));
  else writeJson(options.json, { schemaVersion: 1, checks });
  return Math.max(0, ...checks.map(({ exitCode = 0 }) => exitCode));
}

function node(): Check {
  return { check: 'Node', state: 'ok', found: process.version };
}

function results(): Check {
  try {
    accessSync(projectRoot, constants.W_OK);
    return { check: 'results', state: 'ok', found: path.join(projectRoot, '.uat') };
  } catch {
    const todo = 'make the folder writable, or use --out';
    return {
      check: 'results',
      state: 'failed',
      found: `${projectRoot} cannot be written`,
      todo,
      exitCode: 3,
    };
  }
}

function browser(): Check {
  const found = findBrowser(process.env);
  return found === undefined
    ? {
        check: 'browser',
        state: 'missing',
        found: 'none',
        todo: 'nothing: the first run that needs one installs it',
      }
    : { check: 'browser', state: 'ok', found: `${found.path} (${found.source})` };
}

async function target(options: TargetOptions, stop: StopSignals): Promise<Check[]> {
  const logs = mkdtempSync(path.join(tmpdir(), 'uat-doctor-'));
  try {
    const config = await loadConfig(options.config);
    const grants = (options.grant ?? []).flatMap(parseGrants);
    const wanted = resolveTarget(config, { target: options.target, grants }, process.env);
    const hint = targetHint(wanted, process.env);
    await using open = await openTarget(wanted, {
      logFile: path.join(logs, 'platform.log'),
      ca: options.ca,
      say: () => undefined,
      signal: stop.signal,
    });
    const { session } = open;
    const health = await probe(session.target.url);
    if (health.state === 'down') {
      const todo = 'check the URL, the network and that the platform runs';
      return [{ check: 'target', state: 'failed', found: health.detail, todo, exitCode: 3 }];
    }
    const { version, contractVersion } = await targetVersions(session.target.url);
    return [
      {
        check: 'target',
        state: 'ok',
        found: `${session.target.name} ${session.target.url}, Kamiwaza ${version ?? '?'}, API ${contractVersion ?? '?'}`,
        ...(hint === undefined ? {} : { todo: hint }),
      },
      {
        check: 'grants',
        state: 'ok',
        found: session.target.grants.join(', ') || 'none: tests that change something are not run',
      },
      ...(await Promise.all(roles.map((role) => signIn(role, session)))),
    ];
  } catch (error) {
    if (!(error instanceof UatError)) throw error;
    return [
      {
        check: 'target',
        state: 'failed',
        found: error.message,
        todo: 'correct it',
        exitCode: error.exitCode,
      },
    ];
  } finally {
    rmSync(logs, { recursive: true });
  }
}

async function signIn(
  role: (typeof roles)[number],
  { target: { roles: known, url } }: Session,
): Promise<Check> {
  const check = `role ${role}`;
  const credentials = known[role];
  if (credentials === undefined) {
    const todo = 'set its variables (docs/targets.md) to prove what needs it';
    return { check, state: 'missing', found: 'no credentials', todo };
  }
  try {
    const client = createKamiwaza({
      baseUrl: url,
      credentials:
        'token' in credentials ? { kind: 'token', ...credentials } : { kind: 'password', ...credentials },
    });
    const { username } = await client.auth.me();
    return {
      check,
      state: 'ok',
      found: `signs in as ${username}${'token' in credentials ? ' with a token' : ''}`,
    };
  } catch (error) {
    const refused = error instanceof AuthenticationError || error instanceof AuthorizationError;
    const todo = refused ? 'correct its variables' : 'the target answers wrongly; run the smoke area';
    const found = error instanceof Error ? error.message : String(error);
    return { check, state: 'failed', found, todo, ...(refused ? { exitCode: 2 } : {}) };
  }
}

function lines(checks: readonly Check[]): string {
  const paint = (style: 'green' | 'yellow' | 'red' | 'gray', text: string) =>
    styleText(style, text, { stream: process.stdout });
  const marks = { ok: paint('green', '✓'), missing: paint('yellow', '-'), failed: paint('red', '✗') };
  const width = Math.max(...checks.map(({ check }) => check.length));
  return checks
    .map(
      ({ check, state, found, todo }) =>
        `  ${marks[state]} ${check.padEnd(width)}  ${found}${todo === undefined ? '' : paint('gray', `  → ${todo}`)}\n`,
    )
    .join('');
}
