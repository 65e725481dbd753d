import { createActivities, type Activities } from '../domains/activity/store.ts';
import { type CatalogSecrets, createCatalogSecrets } from '../domains/secrets/store.ts';
import { createDecisions, type Decisions } from '../domains/relations/decision-store.ts';
import { createAppDeployments, type AppDeployments } from '../domains/apps/store.ts';
import { createDeploymentWishes, type DeploymentWishes } from '../domains/pending-deployments/store.ts';
import { createKeptValues, type KeptValues } from './key-value-store.ts';
import { createDownloads, createModelFiles, type ModelFiles, type StoredDownloads } from '../domains/downloads/store.ts';
import { createModelConfigs, type ModelConfigs } from '../domains/model-configs/store.ts';
import { createModelDeployments, type ModelDeployments } from '../domains/serving/store.ts';
import { createModels, type Models } from '../domains/models/store.ts';
import { createOidcRecords, type OidcRecords } from '../domains/realm/oidc-record-store.ts';
import { openDatabase } from './open-database.ts';
import { createPats, type Pats } from '../domains/tokens/pat-store.ts';
import { createSecrets, type Secrets } from './secret-store.ts';
import { createSecurityConfigs, type SecurityConfigs } from '../domains/security/store.ts';
import { createSessions, type Sessions } from '../domains/sessions/session-store.ts';
import { createSignInAttempts, type SignInAttempts } from '../domains/sessions/sign-in-attempt-store.ts';
import { loadSigningKeys, type SigningKeys } from '../domains/tokens/signing-key-store.ts';
import { createTuples, type Tuples } from '../domains/relations/tuple-store.ts';
import { createUsers, type Users } from '../domains/identity/user-store.ts';
import { createWorkroomMembers, type WorkroomMembers } from '../domains/workrooms/member-store.ts';
import { createWorkroomSessions, type WorkroomSessions } from '../domains/workrooms/workroom-session-store.ts';
import { createWorkrooms, type Workrooms } from '../domains/workrooms/workroom-store.ts';

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
  readonly modelFiles: ModelFiles;
  readonly downloads: StoredDownloads;
  readonly modelConfigs: ModelConfigs;
  readonly deployments: ModelDeployments;
  readonly deploymentWishes: DeploymentWishes;
  readonly tuples: Tuples;
  readonly decisions: Decisions;
  readonly kept: KeptValues;
  readonly security: SecurityConfigs;
  readonly workrooms: Workrooms;
  readonly workroomMembers: WorkroomMembers;
  readonly workroomSessions: WorkroomSessions;
  readonly apps: AppDeployments;
  readonly catalogSecrets: CatalogSecrets;
  loadSigningKeys(): Promise<SigningKeys>;
  close(): void;
}

/** The store in `dataDir`. Throws a StartError when the folder cannot be used. */
export function openStore(dataDir: string): Store {
  const database = openDatabase(dataDir);
  const kept = createKeptValues(database);
  const expiring = {
    oidc: createOidcRecords(database),
    sessions: createSessions(database),
    attempts: createSignInAttempts(database),
    workroomSessions: createWorkroomSessions(database),
  };
  const clean = () => Object.values(expiring).forEach((records) => records.removeExpired());
  clean();
  const cleaning = setInterval(clean, 3_600_000).unref();
  return {
    secrets: createSecrets(database),
    users: createUsers(database),
    pats: createPats(database),
    ...expiring,
    activities: createActivities(database),
    models: createModels(database),
    modelFiles: createModelFiles(database),
    downloads: createDownloads(database),
    modelConfigs: createModelConfigs(database),
    deployments: createModelDeployments(database),
    deploymentWishes: createDeploymentWishes(database),
    tuples: createTuples(database),
    decisions: createDecisions(database),
    kept,
    security: createSecurityConfigs(kept),
    workrooms: createWorkrooms(database),
    workroomMembers: createWorkroomMembers(database),
    apps: createAppDeployments(database),
    catalogSecrets: createCatalogSecrets(database),
    loadSigningKeys: () => loadSigningKeys(database),
    close() {
      clearInterval(cleaning);
      database.close();
    },
  };
}
