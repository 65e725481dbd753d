import { createActivities, type Activities } from './activities.ts';
import { type CatalogSecrets, createCatalogSecrets } from './catalog-secrets.ts';
import { createDecisions, type Decisions } from './decisions.ts';
import { createAppDeployments, type AppDeployments } from './app-deployments.ts';
import { createDeploymentWishes, type DeploymentWishes } from './deployment-wishes.ts';
import { createKeptValues, type KeptValues } from './kept-values.ts';
import { createDownloads, createModelFiles, type ModelFiles, type StoredDownloads } from './model-files.ts';
import { createModelConfigs, type ModelConfigs } from './model-configs.ts';
import { createModelDeployments, type ModelDeployments } from './model-deployments.ts';
import { createModels, type Models } from './models.ts';
import { createOidcRecords, type OidcRecords } from './oidc-records.ts';
import { openDatabase } from './open-database.ts';
import { createPats, type Pats } from './pats.ts';
import { createSecrets, type Secrets } from './secrets.ts';
import { createSecurityConfigs, type SecurityConfigs } from './security-config.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignInAttempts, type SignInAttempts } from './sign-in-attempts.ts';
import { loadSigningKeys, type SigningKeys } from './signing-keys.ts';
import { createTuples, type Tuples } from './tuples.ts';
import { createUsers, type Users } from './users.ts';
import { createWorkroomMembers, type WorkroomMembers } from './workroom-members.ts';
import { createWorkroomSessions, type WorkroomSessions } from './workroom-sessions.ts';
import { createWorkrooms, type Workrooms } from './workrooms.ts';

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
