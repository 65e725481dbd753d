import { z } from 'zod';

/**
 * Capabilities of a target beyond signing in and answering, with the operations that prove them: a deployment has a
 * capability when its OpenAPI document lists all of them. A capability without operations is named in the document
 * under `x-uat-capabilities`, or in the target's profile.
 */
export const capabilityOperations = {
  users: ['POST /auth/users/local', 'DELETE /auth/users/{user_id}'],
  sessions: ['POST /auth/sessions/purge'],
  consent: ['PUT /security/admin/config', 'POST /security/consent/accept'],
  keys: ['POST /auth/keys/rotate'],
  policy: ['PUT /auth/policy'],
  relations: ['POST /auth/tuples', 'DELETE /auth/tuples', 'POST /auth/check'],
  /** Relation checks are switched off. */
  'no-relations': [],
  models: ['POST /models/', 'DELETE /models/{model_id}'],
  hub: ['POST /models/search/', 'POST /model_files/search/'],
  downloads: ['POST /models/download/', 'GET /model_files/download_status/'],
  'model-files': ['POST /model_files/', 'DELETE /model_files/{model_file_id}'],
  guide: ['GET /guide/', 'POST /guide/import'],
  'external-endpoints': ['POST /serving/external-endpoints/discover'],
  secrets: ['POST /catalog/secrets/', 'DELETE /catalog/secrets/by-urn'],
  'deploy-after-download': ['POST /models/download_and_deploy', 'POST /models/cleanup_stale_deployments'],
  deployments: ['POST /serving/deploy_model', 'DELETE /serving/deployment/{deployment_id}'],
  'engine-kill': ['POST /testing/deployments/{deployment_id}/kill'],
  log: ['GET /logger/platform'],
  clock: ['GET /testing/clock'],
  mint: ['POST /testing/tokens'],
  /** Signing keys are published and withdrawn without notifying the gateway. */
  'key-publishing': ['POST /testing/keys', 'DELETE /testing/keys/{kid}'],
  federation: ['POST /testing/federated-users'],
  /** Host names that resolve to another address at each lookup. */
  'dns-rebinding': ['GET /testing/names'],
  /** A request may choose the network conditions of the hub. */
  'hub-conditions': ['GET /testing/hub'],
  /** The browser's sign-in uses PKCE, which binds a code to the client that requested it. */
  pkce: [],
  /** A model config may slow an engine down, and set the time that it may take to start. */
  'engine-pace': [],
  /**
   * Rate limits count by the address in X-Forwarded-For, so that a test may exhaust the limit of an address of its own.
   */
  rates: [],
  /** The cookie of the refresh token is sent to the auth service only. */
  'scoped-cookies': [],
  /** The hub has the models of the embedded platform. */
  'bundled-models': [],
  /** The target runs on the machine of the tests: it can reach a test's server, and a test sees its processes. */
  'same-machine': [],
  /** Model files are pushed to a registry. */
  'oci-storage': [],
  /** Engines run on two nodes at least. */
  'two-nodes': [],
  /** Engines run on a GPU that several may share. */
  gpu: [],
  /** A model that generates images is deployed. */
  'image-generation': [],
  workrooms: ['POST /workrooms/', 'POST /workrooms/{workroom_id}/enter'],
  apps: ['POST /apps/deploy_app', 'DELETE /apps/deployment/{deployment_id}/purge'],
  /** Apps can be reached without the gateway, and can be given a wrong gateway secret. */
  'direct-app-access': ['GET /testing/apps/{deployment_id}/', 'POST /testing/apps/{deployment_id}/drift'],
  'app-sessions': ['GET /apps/deployment/{deployment_id}/session'],
} as const satisfies Record<string, readonly string[]>;

export type Capability = keyof typeof capabilityOperations;
/** Every capability, in the order of {@link capabilityOperations}. */
export const capabilities = Object.keys(capabilityOperations).filter(isCapability);
export const capabilitySchema = z.enum(capabilities);

function isCapability(name: string): name is Capability {
  return Object.hasOwn(capabilityOperations, name);
}

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  'x-uat-capabilities': z.array(z.string()).default([]),
});

/**
 * The capabilities that an OpenAPI document proves; none for any other document. Names of path parameters do not count.
 */
export function capabilitiesIn(document: unknown): Capability[] {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) return [];
  const operations = new Set(
    Object.entries(parsed.data.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => anonymous(`${verb.toUpperCase()} ${path}`)),
    ),
  );
  const named = parsed.data['x-uat-capabilities'];
  return capabilities.filter((capability) =>
    isShownByOperations(capability)
      ? capabilityOperations[capability].every((one) => operations.has(anonymous(one)))
      : named.includes(capability),
  );
}

/** Whether a capability is proven by operations, so that a complete document always shows it. */
export function isShownByOperations(capability: Capability): boolean {
  return capabilityOperations[capability].length > 0;
}

const anonymous = (operation: string) => operation.replaceAll(/\{[^}]*\}/g, '{}');
