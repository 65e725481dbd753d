// Tables of the first release. Times that code compares are seconds since 1970, times that the API shows are ISO 8601.
const tables = `
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE IF NOT EXISTS signing_keys (
    kid TEXT PRIMARY KEY, private_jwk TEXT NOT NULL, created_at INTEGER NOT NULL, retired_at INTEGER) STRICT;

  CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE COLLATE NOCASE, email TEXT, roles TEXT NOT NULL,
    groups TEXT NOT NULL, password_hash TEXT, active INTEGER NOT NULL DEFAULT 1, external INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT;

  CREATE TABLE IF NOT EXISTS sessions (
    sid TEXT PRIMARY KEY, user_id TEXT NOT NULL, created_at INTEGER NOT NULL, revoked_at INTEGER) STRICT;

  CREATE TABLE IF NOT EXISTS pats (
    id TEXT PRIMARY KEY, jti TEXT NOT NULL UNIQUE, owner_id TEXT NOT NULL, name TEXT, scope TEXT NOT NULL,
    aud TEXT NOT NULL, exp INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS pats_by_owner ON pats (owner_id);

  CREATE TABLE IF NOT EXISTS sign_in_attempts (
    nonce TEXT PRIMARY KEY, verifier TEXT NOT NULL, binding TEXT NOT NULL, return_path TEXT NOT NULL,
    expires_at INTEGER NOT NULL) STRICT;

  CREATE TABLE IF NOT EXISTS oidc_records (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, grant_id TEXT, uid TEXT, user_code TEXT,
    expires_at INTEGER, consumed_at INTEGER, PRIMARY KEY (model, id)) STRICT;
  CREATE INDEX IF NOT EXISTS oidc_by_grant ON oidc_records (grant_id);
  CREATE INDEX IF NOT EXISTS oidc_by_uid ON oidc_records (model, uid);

  CREATE TABLE IF NOT EXISTS activities (
    id TEXT PRIMARY KEY, user_id TEXT, module TEXT NOT NULL, apicall TEXT NOT NULL, action TEXT NOT NULL,
    created_at TEXT NOT NULL) STRICT;

  CREATE TABLE IF NOT EXISTS models (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
`;

// Settings, sessions by user, and more about activities.
const administration = `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE INDEX sessions_by_user ON sessions (user_id);
  ALTER TABLE activities ADD COLUMN username TEXT;
  ALTER TABLE activities ADD COLUMN target TEXT;
  ALTER TABLE oidc_records DROP COLUMN user_code;
`;

// Relations and the decisions based on them.
const relations = `
  CREATE TABLE tuples (
    tenant_id TEXT NOT NULL, subject_namespace TEXT NOT NULL, subject_id TEXT NOT NULL, resource_type TEXT NOT NULL,
    resource_id TEXT NOT NULL, relation TEXT NOT NULL,
    PRIMARY KEY (tenant_id, resource_type, resource_id, subject_namespace, subject_id, relation)) STRICT;

  CREATE TABLE decisions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, occurred_at TEXT NOT NULL, result TEXT NOT NULL,
    tenant_id TEXT NOT NULL, subject_namespace TEXT NOT NULL, subject_id TEXT NOT NULL,
    object_namespace TEXT NOT NULL, object_id TEXT NOT NULL, relation TEXT NOT NULL, source TEXT NOT NULL,
    decision_id TEXT NOT NULL, reason TEXT NOT NULL, correlation_id TEXT NOT NULL, latency_ms INTEGER NOT NULL) STRICT;
  CREATE INDEX decisions_by_time ON decisions (occurred_at);
`;

// Workrooms with members and sessions, and deployed apps.
const workroomsAndApps = `
  CREATE TABLE workrooms (
    id TEXT PRIMARY KEY, owner_id TEXT NOT NULL, owner_session TEXT, name TEXT NOT NULL, type TEXT NOT NULL,
    details TEXT NOT NULL, created_at TEXT NOT NULL, deleted_at TEXT) STRICT;

  CREATE TABLE workroom_members (
    id TEXT PRIMARY KEY, workroom_id TEXT NOT NULL, user_id TEXT NOT NULL, role TEXT NOT NULL, invited_by TEXT,
    joined_at TEXT NOT NULL, removed_at TEXT, UNIQUE (workroom_id, user_id)) STRICT;
  CREATE INDEX workroom_members_by_user ON workroom_members (user_id);

  CREATE TABLE workroom_sessions (sid TEXT PRIMARY KEY, workroom_id TEXT NOT NULL) STRICT;

  CREATE TABLE app_deployments (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, template_id TEXT NOT NULL, owner_id TEXT NOT NULL, owner_session TEXT,
    ephemeral INTEGER NOT NULL, workroom_id TEXT, session_token TEXT NOT NULL UNIQUE, status TEXT NOT NULL,
    requested_at TEXT NOT NULL, last_seen_at TEXT) STRICT;
`;

// Files of models, and downloads from the hub.
const modelFiles = `
  CREATE TABLE model_files (id TEXT PRIMARY KEY, model_id TEXT, document TEXT NOT NULL) STRICT;
  CREATE INDEX model_files_by_model ON model_files (model_id);
  CREATE TABLE downloads (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
`;

// Model configurations and deployments.
const serving = `
  CREATE TABLE model_configs (id TEXT PRIMARY KEY, model_id TEXT NOT NULL, document TEXT NOT NULL) STRICT;
  CREATE INDEX model_configs_by_model ON model_configs (model_id);
  CREATE TABLE model_deployments (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
`;

// Models that are to be deployed as soon as their files are complete.
const pendingDeployments = `
  CREATE TABLE deployment_wishes (model_id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
`;

// Credentials that users stored for the platform to use.
const catalogSecrets = `
  CREATE TABLE catalog_secrets (urn TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
`;

// The activity page reads the newest ones. The packages of the previous release lack this step.
const activitiesByTime = `
  CREATE INDEX activities_by_time ON activities (created_at);
`;

/** Table of pending deployments, under the name that existing data folders have. */
export const pendingDeploymentTable = 'deployment_wishes';

/** Migrations from an empty database to the current schema, in order. */
export const migrations: readonly string[] = [
  tables,
  administration,
  relations,
  workroomsAndApps,
  modelFiles,
  serving,
  catalogSecrets,
  pendingDeployments,
  activitiesByTime,
];
