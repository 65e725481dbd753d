import { createActivities, type Activities } from './activities.ts';
import { createModels, type Models } from './models.ts';
import { createOidcRecords, type OidcRecords } from './oidc-records.ts';
import { openDatabase } from './open-database.ts';
import { createPats, type Pats } from './pats.ts';
import { createSecrets, type Secrets } from './secrets.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignInAttempts, type SignInAttempts } from './sign-in-attempts.ts';
import { loadSigningKeys, type SigningKeys } from './signing-keys.ts';
import { createUsers, type Users } from './users.ts';

/** Everything the platform remembers, by kind. */
export interface Store {
  readonly secrets: Secrets;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly pats: Pats;
  readonly attempts: SignInAttempts;
  readonly oidc: OidcRecords;
  readonly activities: Activities;
  readonly models: Models;
  loadSigningKeys(): Promise<SigningKeys>;
  close(): void;
}

/** The store in `dataDir`. Throws a StartError when the folder cannot be used. */
export function openStore(dataDir: string): Store {
  const database = openDatabase(dataDir);
  const oidc = createOidcRecords(database);
  oidc.removeExpired();
  const cleaning = setInterval(() => oidc.removeExpired(), 3_600_000).unref();
  return {
    secrets: createSecrets(database),
    users: createUsers(database),
    sessions: createSessions(database),
    pats: createPats(database),
    attempts: createSignInAttempts(database),
    oidc,
    activities: createActivities(database),
    models: createModels(database),
    loadSigningKeys: () => loadSigningKeys(database),
    close() {
      clearInterval(cleaning);
      database.close();
    },
  };
}
