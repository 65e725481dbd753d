import { hostname } from 'node:os';
import { join } from 'node:path';

import type { Account } from '../domains/identity/seeded-accounts.ts';
import { answerEarly } from './early-response.ts';
import { createApp } from './app.ts';
import { consoleBundle } from '@uat/console';
import { dataFolder } from './data-folder.ts';
import { openPolicyFile } from '../domains/gateway/policy-file.ts';
import { listen, stopListening } from './listen.ts';
import { logPolicyChange } from '../domains/gateway/log-policy-change.ts';
import { openPlatformLog } from './log/platform-log.ts';
import { createServices } from '../services.ts';
import type { PlatformInternals } from '../platform-internals.ts';
import { removeLeftFolders } from './remove-stale-folders.ts';
import { publicOrigin, settingsFor } from '../settings.ts';
import { openStore } from '../database/store.ts';
import { seedUsers } from '../domains/identity/seed-users.ts';
import { tlsIdentity, type TlsIdentity } from './tls/tls-identity.ts';

/** How a platform is started. */
export interface PlatformOptions {
  /** Port on 127.0.0.1, 0 for a free one; by default the one that `dataDir` was used with, if it was. */
  port?: number | undefined;
  /** Folder that outlives the platform; by default a temporary one that does not. */
  dataDir?: string | undefined;
  /** Origin that browsers see when a reverse proxy stands in front; by default the listening address. */
  publicUrl?: string | undefined;
  /** Speaks https, with a certificate of a private authority that is made for the data folder. */
  tls?: boolean | undefined;
  /** Password of `admin`; `kamiwaza` by default. */
  adminPassword?: string | undefined;
  /** Gives each first account a password of this start, instead of the known ones. */
  randomPasswords?: boolean | undefined;
  /** For an installation: an empty realm gets `admin` alone, with this password, and nothing is changed or told afterwards. */
  firstPassword?: string | undefined;
  /** Folder of the built console; by default it is built from its sources, once. */
  consoleRoot?: string | undefined;
  /** Whether relations between subjects and objects are kept and count; they do by default. */
  relations?: boolean | undefined;
  /** Changes the platform before its routes stand. */
  extend?: ((internals: PlatformInternals) => void) | undefined;
  /** Opens the door for tests, by which anybody can be anybody; shut by default. */
  testing?: boolean | undefined;
  /** Receives a line per warning and internal error; standard error by default. */
  log?: ((line: string) => void) | undefined;
}

/** A running platform. */
export interface Platform extends AsyncDisposable {
  /** Where it is reached: the public URL, or its own address. */
  readonly url: string;
  readonly version: string;
  /** PEM file of the private certificate authority, with `tls`. */
  readonly ca: string | undefined;
  /** Sign-ins whose password is known. */
  readonly accounts: readonly Account[];
  close(): Promise<void>;
}

// Tokens name their issuer, and the issuer its port.
const keptPort = ' The sign-ins in this data folder belong to it: with another port they all end.';

/**
 * Starts a platform and gives it back when it answers.
 * Throws a StartError when the port, the data folder or the public URL cannot be used.
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const { log: complain = (line) => process.stderr.write(`${line}\n`) } = options;
  const publicUrl = options.publicUrl === undefined ? undefined : publicOrigin(options.publicUrl);
  const undo = new AsyncDisposableStack();
  try {
    const folder = await dataFolder(options.dataDir);
    undo.defer(() => folder.leave());
    const cleaning = removeLeftFolders();
    undo.defer(() => cleaning);
    const store = openStore(folder.path);
    undo.defer(() => store.close());
    const log = openPlatformLog(join(folder.path, 'platform.log'), complain);
    undo.defer(() => log.close());
    const tls = options.tls ? await identityFor(folder.path, publicUrl) : undefined;
    const kept = publicUrl === undefined ? store.settings.get('port') : undefined;
    const { server, url } = await listen(options.port ?? Number(kept ?? 0), {
      tls,
      why: options.port === undefined && kept !== undefined ? keptPort : '',
    });
    undo.defer(() => stopListening(server));
    const begin = answerEarly(server);

    if (publicUrl === undefined) store.settings.set('port', new URL(url).port || (tls ? '443' : '80'));

    // Deriving keys and passwords happens on other threads while the main one reads files.
    const [keys, accounts, policy, consoleRoot] = await Promise.all([
      store.loadSigningKeys(),
      seedUsers(store.users, {
        admin: options.adminPassword,
        random: options.randomPasswords,
        first: options.firstPassword,
      }),
      openPolicyFile(folder.path, (change) => logPolicyChange(log, change)),
      options.consoleRoot ?? consoleBundle(),
    ]);
    undo.defer(() => policy.close());
    const settings = settingsFor(url, {
      publicUrl,
      listenCa: tls?.ca,
      testing: options.testing,
      relations: options.relations,
    });
    const services = createServices({ settings, store, keys, policy, log, folder: folder.path });
    undo.defer(() => services.hub.bundled.close());
    undo.defer(() => services.downloads.close());
    const app = await createApp(server, services, consoleRoot, options.extend);
    begin();
    services.apps.resume();
    services.downloads.resume();
    undo.defer(() => services.serving.close());
    services.serving.resume();
    services.pendingDeployments.deployReady();
    undo.defer(() => app.close());
    // Loaded behind everybody's back, or the first person to sign in would wait for it.
    const warmUp = services.realm.provider().then(
      () => undefined,
      (error: unknown) =>
        log.write({
          level: 'error',
          event: 'FAILURE',
          message: `The realm cannot be loaded: ${String(error)}`,
        }),
    );
    undo.defer(() => warmUp);

    const running = undo.move();
    const close = () => running.disposeAsync();
    return {
      url: settings.publicUrl,
      version: settings.version,
      ca: tls?.caFile,
      accounts,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await undo.disposeAsync();
    throw error;
  }
}

async function identityFor(dataDir: string, publicUrl: string | undefined): Promise<TlsIdentity> {
  const seen = publicUrl === undefined ? [] : [new URL(publicUrl).hostname.replaceAll(/[[\]]/g, '')];
  return tlsIdentity(join(dataDir, 'tls'), [
    ...new Set(['127.0.0.1', 'localhost', '::1', hostname(), ...seen]),
  ]);
}
