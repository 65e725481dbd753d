import type { Account } from './accounts.ts';
import { createApp } from './app.ts';
import { consoleBundle } from './console/bundle.ts';
import { dataFolder } from './data-folder.ts';
import type { Log } from './errors/answer-errors.ts';
import { loadPolicy } from './gateway/load-policy.ts';
import { listen, stopListening } from './listen.ts';
import { createParts } from './parts.ts';
import { publicOrigin, settingsFor } from './settings.ts';
import { openStore } from './store/open-store.ts';
import { seedUsers } from './store/seed-users.ts';

/** How a platform is started. */
export interface PlatformOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  port?: number | undefined;
  /** Folder that outlives the platform; by default a temporary one that does not. */
  dataDir?: string | undefined;
  /** Origin that browsers see when a reverse proxy stands in front; by default the listening address. */
  publicUrl?: string | undefined;
  /** Password of `admin`; `kamiwaza` by default. */
  adminPassword?: string | undefined;
  /** Receives a line per internal error; standard error by default. */
  log?: Log | undefined;
}

/** A running platform. */
export interface Platform extends AsyncDisposable {
  /** Where it is reached: the public URL, or its own address. */
  readonly url: string;
  readonly version: string;
  /** Sign-ins whose password is known. */
  readonly accounts: readonly Account[];
  close(): Promise<void>;
}

/**
 * Starts a platform and gives it back when it answers.
 * Throws a StartError when the port, the data folder or the public URL cannot be used.
 */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const { port = 0, log = (line) => process.stderr.write(`${line}\n`) } = options;
  const publicUrl = options.publicUrl === undefined ? undefined : publicOrigin(options.publicUrl);
  const undo = new AsyncDisposableStack();
  try {
    const folder = await dataFolder(options.dataDir);
    undo.defer(() => folder.leave());
    const store = openStore(folder.path);
    undo.defer(() => store.close());
    const { server, url } = await listen(port);
    undo.defer(() => stopListening(server));

    // Deriving keys and passwords happens on other threads while the main one reads files.
    const [keys, accounts, policy, consoleRoot] = await Promise.all([
      store.loadSigningKeys(),
      seedUsers(store.users, options.adminPassword),
      loadPolicy(),
      consoleBundle(),
    ]);
    const settings = settingsFor(url, publicUrl);
    const parts = createParts({ settings, store, keys, policy, log });
    const app = await createApp(server, parts, consoleRoot);
    undo.defer(() => app.close());
    // Loaded behind everybody's back, or the first person to sign in would wait for it.
    const warmUp = parts.realm().then(
      () => undefined,
      (error: unknown) => log(`The realm cannot be loaded: ${String(error)}`),
    );
    undo.defer(() => warmUp);

    const running = undo.move();
    const close = () => running.disposeAsync();
    return {
      url: settings.publicUrl,
      version: settings.version,
      accounts,
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await undo.disposeAsync();
    throw error;
  }
}
