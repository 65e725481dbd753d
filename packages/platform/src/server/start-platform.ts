import { hostname } from 'node:os';
import { join } from 'node:path';

import type { Account } from '../domains/identity/seeded-accounts.ts';
import { respondEarly } from './early-response.ts';
import { createApp } from './app.ts';
import { consoleBundle } from '@uat/console';
import { dataFolder } from './data-folder.ts';
import { openPolicyFile } from '../domains/gateway/policy-file.ts';
import { listen, stopListening } from './listen.ts';
import { logPolicyChange } from '../domains/gateway/log-policy-change.ts';
import { openPlatformLog } from './log/platform-log.ts';
import { createServices } from '../services.ts';
import type { PlatformInternals } from '../platform-internals.ts';
import { removeStaleFolders } from './remove-stale-folders.ts';
import { publicOrigin, settingsFor } from '../settings.ts';
import { openStore } from '../database/store.ts';
import { seedUsers } from '../domains/identity/seed-users.ts';
import { tlsIdentity, type TlsIdentity } from './tls/tls-identity.ts';

/** Options of a platform. */
export interface PlatformOptions {
  /** Port on 127.0.0.1, 0 for a free one; default: the last port of `dataDir`, or a free one. */
  port?: number | undefined;
  /** Folder that outlives the platform; default: a temporary one. */
  dataDir?: string | undefined;
  /** Origin that browsers see behind a reverse proxy; default: the listening address. */
  publicUrl?: string | undefined;
  /** Serves https with a certificate of a private authority, which is created in the data folder. */
  tls?: boolean | undefined;
  /** Password of `admin`; `kamiwaza` by default. */
  adminPassword?: string | undefined;
  /** Gives each first account a random password at each start, instead of the default one. */
  randomPasswords?: boolean | undefined;
  /** For an installation: an empty realm gets only `admin`, with this password, which is never changed or shown later. */
  firstPassword?: string | undefined;
  /** Folder of the built console; default: built from its sources, once. */
  consoleRoot?: string | undefined;
  /** Relation-based access control; on by default. */
  relations?: boolean | undefined;
  /** Changes the platform before its routes are registered. */
  extend?: ((internals: PlatformInternals) => void) | undefined;
  /** Switches the test-support API on, by which any caller can act as any user; off by default. */
  testing?: boolean | undefined;
  /** Receives a line per warning and internal error; default: standard error. */
  log?: ((line: string) => void) | undefined;
}

/** A running platform. */
export interface Platform extends AsyncDisposable {
  /** The public URL, or else the listening address. */
  readonly url: string;
  /** Where it listens on this machine. */
  readonly address: string;
  readonly version: string;
  /** PEM file of the private certificate authority, with `tls`. */
  readonly ca: string | undefined;
  /** Accounts with known passwords. */
  readonly accounts: readonly Account[];
  close(): Promise<void>;
}

// Tokens contain the issuer, and the issuer contains the port.
const keptPort = ' The sign-ins in this data folder belong to it: with another port they all end.';

/**
 * Starts a platform and returns it when it is ready.
 * Throws a StartError when the port, the data folder or the public URL cannot be used.
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const { log: complain = (line) => process.stderr.write(`${line}\n`) } = options;
  const publicUrl = options.publicUrl === undefined ? undefined : publicOrigin(options.publicUrl);
  const undo = new AsyncDisposableStack();
  try {
    const folder = await dataFolder(options.dataDir);
    undo.defer(() => folder.leave());
    const cleaning = removeStaleFolders();
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
    const begin = respondEarly(server);

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
    // Loaded in the background, so that the first sign-in does not wait for it.
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
      address: url,
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
