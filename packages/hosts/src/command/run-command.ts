import { constants } from 'node:os';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import type { CommandOptions, CommandResult } from './command.ts';

/** A {@link CommandResult} with its output as bytes. */
export interface RawResult extends Omit<CommandResult, 'stdout'> {
  stdout: Buffer;
}

/** Runs a command on a host, by whichever transport reaches it. */
export type Run = (argv: readonly string[], options?: CommandOptions) => Promise<RawResult>;

const defaultSeconds = 120;

/** The environment of a command on a host, besides the variables that it is given. */
export function hostEnvironment(options: CommandOptions): Record<string, string> {
  return {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/root',
    LANG: 'C.UTF-8',
    DEBIAN_FRONTEND: 'noninteractive',
    ...options.env,
  };
}

/**
 * The command line on the host: switches to the requested user, and stops the command with its children after the
 * timeout.
 */
export function hostCommand(
  argv: readonly string[],
  { user, seconds = defaultSeconds }: CommandOptions,
): string[] {
  const timed = ['timeout', '--kill-after=5', String(seconds), ...argv];
  if (user === undefined) return timed;
  const asUser =
    'u=$1; shift; exec setpriv --reuid "$u" --regid "$(id -g "$u")" --init-groups --inh-caps=-all ' +
    'env HOME="$(getent passwd "$u" | cut -d: -f6)" USER="$u" LOGNAME="$u" "$@"';
  return ['sh', '-c', asUser, 'sh', user, ...timed];
}

/**
 * Runs a local command line that leads to a host, and returns how the command on the host ended.
 * @throws UatError (infrastructure) when the local command line itself cannot be run.
 */
export async function runCommand(
  [command = '', ...args]: readonly string[],
  options: CommandOptions,
): Promise<RawResult> {
  const { stdin, seconds = defaultSeconds } = options;
  const started = performance.now();
  const ended = await execa(command, args, {
    ...(stdin === undefined ? { stdin: 'ignore' } : { input: stdin }),
    env: hostEnvironment(options),
    extendEnv: false,
    encoding: 'buffer',
    stripFinalNewline: false,
    reject: false,
    maxBuffer: 500_000_000,
    // The command on the host has its own timeout; this one covers a lost connection.
    timeout: (seconds + 30) * 1000,
  });
  const took = (performance.now() - started) / 1000;
  if (ended.exitCode === undefined && ended.signal === undefined)
    throw infrastructureError(`${command} cannot be run on this machine: ${ended.shortMessage}`);

  const code = ended.exitCode ?? 128 + constants.signals[ended.signal as NodeJS.Signals];
  return {
    code,
    stdout: Buffer.from(ended.stdout),
    stderr: Buffer.from(ended.stderr).toString(),
    seconds: took,
    // timeout(1) exits with 124, or 137 when the command had to be killed.
    timedOut: (code === 124 || code === 137) && took >= seconds,
  };
}

/** Converts the output to text. */
export function asText(raw: RawResult): CommandResult {
  return { ...raw, stdout: raw.stdout.toString() };
}
