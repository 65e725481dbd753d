import type { Store } from './database/store.ts';
import type { PolicyFile } from './domains/gateway/policy-file.ts';
import type { SigningKeys } from './domains/tokens/signing-key-store.ts';
import type { PlatformLog } from './server/log/platform-log.ts';
import type { Settings } from './settings.ts';

/** Resources that have to exist before any service is created. */
export interface Foundation {
  settings: Settings;
  store: Store;
  keys: SigningKeys;
  policy: PolicyFile;
  log: PlatformLog;
  /** Folder of the platform's files. */
  folder: string;
}
