import { Console } from 'node:console';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

import { Command, CommanderError, InvalidArgumentError, type Option } from 'commander';

import { StartError } from './errors/start-error.ts';
import { writePidFile } from './pid-file.ts';
import type { Platform, PlatformOptions } from './start-platform.ts';

interface Flags {
  port?: number;
  data?: string;
  publicUrl?: string;
  tls?: true;
  adminPassword?: string;
  randomPasswords?: true;
  firstPasswordFile?: string;
  console?: string;
  relations: boolean;
  testing?: boolean;
  json?: true;
}

const cookieHint =
  'Browsers share cookies between the ports of 127.0.0.1: use one platform at a time in a browser profile.';

const testSupportWarning =
  'The test-support API is on: anyone who reaches this address can act as any user. --no-testing switches it off.';

const examples = `
Examples:
  pnpm platform                                       a fresh platform on a free port, gone when it stops
  pnpm platform --port 8080 --data ./kamiwaza-data    keeps users, tokens and keys over a restart
  pnpm platform --no-testing --random-passwords --public-url https://uat.example.com
                                                      behind a reverse proxy that sends that host here
  pnpm platform --tls                                 https, by a private certificate authority of its own
  pnpm platform --json                                for programs: one line with address and accounts

${cookieHint}`;

/** Variations of the command line. */
export interface RunPlatformOptions {
  argv?: readonly string[];
  /** Additional options; `start` gets their values with all others. */
  options?: readonly Option[];
  /** Starts the platform; default: {@link startPlatform}. */
  start?: (options: PlatformOptions) => Promise<Platform>;
}

/** The command line of the platform: starts one, prints its address, and stops it on a signal or when the parent ends. */
export async function runPlatform({
  argv = process.argv,
  options = [],
  start = plainPlatform,
}: RunPlatformOptions = {}): Promise<void> {
  // Standard output is reserved for the ready line that programs read.
  globalThis.console = new Console(process.stderr);
  try {
    const flags = readFlags(argv, options);
    const stopped = stopRequest();
    await using platform = await start({
      ...flags,
      dataDir: flags.data,
      firstPassword: await firstPassword(flags.firstPasswordFile),
      consoleRoot: flags.console,
    });
    const isFound = flags.json || flags.firstPasswordFile !== undefined;
    const forget = isFound ? undefined : await findable(platform);
    process.stdout.write(flags.json ? announcement(platform) : greeting(platform, flags));
    await stopped;
    await forget?.();
  } catch (error) {
    process.exitCode = exitCodeFor(error);
  }
  // A parent's channel would keep the process alive.
  if (process.connected) process.disconnect();
}

function readFlags(argv: readonly string[], options: readonly Option[]): Flags {
  const command = new Command('platform')
    .description('Starts the embedded Kamiwaza-compatible platform on 127.0.0.1.')
    .option(
      '--admin-password <password>',
      'password of the account "admin" (default: kamiwaza)',
      adminPassword,
    )
    .option('--random-passwords', 'a password of this start for each account, instead of the known ones')
    .option(
      '--first-password-file <file>',
      'for an installation: "admin" is there alone and has the password in this file at first; none is shown',
    )
    .option('--console <folder>', 'a built console to serve (default: built from its sources, once)')
    .option(
      '--port <number>',
      'port to listen on, 0 for a free one (default: the one that --data was used with, or a free one)',
      portNumber,
    )
    .option('--data <folder>', 'folder that keeps the data (default: a temporary one)')
    .option('--public-url <origin>', 'address that browsers see, when a reverse proxy stands in front')
    .option('--tls', 'https, with a certificate of a private authority made for the data folder')
    .option('--no-relations', 'access by roles alone: no owners, and the relations API is off')
    .option(
      '--testing',
      'test-support API: a clock per request, any token on request. Never where strangers have access',
    )
    .option('--no-testing', 'switches the test-support API off, which `pnpm platform` switches on')
    .option('--json', 'print one line UAT_PLATFORM={…} when ready, and nothing else, on standard output')
    .addHelpText('after', examples)
    .exitOverride();
  for (const option of options) command.addOption(option);
  return command.parse(argv).opts<Flags>();
}

// Loaded after the command line has been read.
async function plainPlatform(options: PlatformOptions): Promise<Platform> {
  const { startPlatform } = await import('./start-platform.ts');
  return startPlatform(options);
}

// A platform that was started by hand is found by tests; a program has read the ready line.
async function findable(platform: Platform): Promise<(() => Promise<void>) | undefined> {
  try {
    return await writePidFile(platform);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `\`--target local\` will not find this platform, because its pid file could not be written: ${reason}\n`,
    );
    return undefined;
  }
}

// An unusable command line, port or folder is 2, as in the whole project. Commander has printed its own errors.
function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 2;
}

async function firstPassword(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    const password = (await readFile(file, 'utf8')).trim();
    if (password !== '') return password;
  } catch (cause) {
    throw new StartError(`The file ${file} with the first password cannot be read (${String(cause)}).`, {
      cause,
    });
  }
  throw new StartError(`The file ${file} has to contain the first password, but is empty.`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}

function adminPassword(text: string): string {
  if (text === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}

// Listens from the beginning, so that a signal during start-up stops the platform as soon as it is ready.
async function stopRequest(): Promise<void> {
  const asked = [once(process, 'SIGINT'), once(process, 'SIGTERM')];
  if (process.connected) asked.push(once(process, 'disconnect'));
  await Promise.race(asked);
}

function announcement({ url, version, accounts, ca }: Platform): string {
  return `UAT_PLATFORM=${JSON.stringify({ url, version, accounts, ca })}\n`;
}

function greeting(
  { url, version, accounts, ca }: Platform,
  { data, publicUrl, testing, firstPasswordFile }: Flags,
): string {
  const where = `Kamiwaza-compatible platform ${version} at ${url}`;
  // The log of a service needs no credentials.
  if (firstPasswordFile !== undefined) return `${where}\n`;
  const signIns = accounts.map(
    ({ role, username, password }) => `  ${role.padEnd(8)}${username} / ${password}`,
  );
  return [
    where,
    ...signIns,
    ...(ca === undefined ? [] : [`Certificate authority to trust: ${ca}`]),
    ...(testing && publicUrl !== undefined ? [testSupportWarning] : []),
    data === undefined
      ? 'Ctrl-C stops it and removes its data.'
      : `Ctrl-C stops it; its data stay in ${data}.`,
    cookieHint,
    '',
  ].join('\n');
}
