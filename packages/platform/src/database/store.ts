import { createActivities, type Activities } from '../domains/activity/store.ts';
import { createAppDeployments, type AppDeployments } from '../domains/apps/store.ts';
import type { Download } from '../domains/downloads/download.ts';
import type { StoredModelFile } from '../domains/downloads/model-file.ts';
import { createUsers, type Users } from '../domains/identity/user-store.ts';
import { createModelConfigs, type ModelConfigs } from '../domains/model-configs/store.ts';
import { createModels, type Models } from '../domains/models/store.ts';
import type { PendingDeployment } from '../domains/pending-deployments/pending-deployment.ts';
import { createOidcRecords, type OidcRecords } from '../domains/realm/oidc-record-store.ts';
import { createDecisions, type Decisions } from '../domains/relations/decision-store.ts';
import { createTuples, type Tuples } from '../domains/relations/tuple-store.ts';
import type { CatalogSecret } from '../domains/secrets/catalog-secret.ts';
import { createSecurityConfigs, type SecurityConfigs } from '../domains/security/store.ts';
import type { ModelDeployment } from '../domains/serving/model-deployment.ts';
import { createSessions, type Sessions } from '../domains/sessions/session-store.ts';
import { createSignInAttempts, type SignInAttempts } from '../domains/sessions/sign-in-attempt-store.ts';
import { createPats, type Pats } from '../domains/tokens/pat-store.ts';
import { loadSigningKeys, type SigningKeys } from '../domains/tokens/signing-key-store.ts';
import { createWorkroomMembers, type WorkroomMembers } from '../domains/workrooms/member-store.ts';
import {
  createWorkroomSessions,
  type WorkroomSessions,
} from '../domains/workrooms/workroom-session-store.ts';
import { createWorkrooms, type Workrooms } from '../domains/workrooms/workroom-store.ts';
import {
  documentTable,
  type DocumentTable,
  ownedDocumentTable,
  type OwnedDocumentTable,
} from './document-table.ts';
import { createKeyValues, type KeyValues } from './key-value-store.ts';
import { openDatabase } from './open-database.ts';
import { pendingDeploymentTable } from './schema.ts';
import { createSecrets, type Secrets } from './secret-store.ts';

/** Persistent data of the platform, by kind. */
export interface Store {
  readonly secrets: Secrets;
  readonly users: Users;
  readonly sessions: Sessions;
  readonly pats: Pats;
  readonly attempts: SignInAttempts;
  readonly oidc: OidcRecords;
  readonly activities: Activities;
  readonly models: Models;
  readonly modelFiles: OwnedDocumentTable<StoredModelFile>;
  readonly downloads: DocumentTable<Download>;
  readonly modelConfigs: ModelConfigs;
  readonly deployments: DocumentTable<ModelDeployment>;
  readonly pendingDeployments: DocumentTable<PendingDeployment>;
  readonly tuples: Tuples;
  readonly decisions: Decisions;
  readonly settings: KeyValues;
  readonly security: SecurityConfigs;
  readonly workrooms: Workrooms;
  readonly workroomMembers: WorkroomMembers;
  readonly workroomSessions: WorkroomSessions;
  readonly apps: AppDeployments;
  readonly catalogSecrets: DocumentTable<CatalogSecret>;
  loadSigningKeys(): Promise<SigningKeys>;
  close(): void;
}

/** The store in `dataDir`. Throws a StartError when the folder cannot be used. */
export function openStore(dataDir: string): Store {
  const database = openDatabase(dataDir);
  const settings = createKeyValues(database);
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
    modelFiles: ownedDocumentTable(database, 'model_files', { id: 'id', owner: 'modelId' }),
    downloads: documentTable(database, 'downloads', { id: 'id' }),
    modelConfigs: createModelConfigs(database),
    deployments: documentTable(database, 'model_deployments', { id: 'id' }),
    pendingDeployments: documentTable(database, pendingDeploymentTable, { id: 'modelId' }),
    tuples: createTuples(database),
    decisions: createDecisions(database),
    settings,
    security: createSecurityConfigs(settings),
    workrooms: createWorkrooms(database),
    workroomMembers: createWorkroomMembers(database),
    apps: createAppDeployments(database),
    catalogSecrets: documentTable(database, 'catalog_secrets', { id: 'urn' }),
    loadSigningKeys: () => loadSigningKeys(database),
    close() {
      clearInterval(cleaning);
      database.close();
    },
  };
}
