import { z } from 'zod';

/**
 * What a target can do beyond signing in and answering, and the operations by which it shows: a deployment has it
 * when the OpenAPI document that it serves has them all. What no operation shows, the document names under
 * `x-uat-capabilities`, or the target's profile does.
 */
export const capabilityOperations = {
  users: ['POST /auth/users/local', 'DELETE /auth/users/{user_id}'],
  sessions: ['POST /auth/sessions/purge'],
  consent: ['PUT /security/admin/config', 'POST /security/consent/accept'],
  keys: ['POST /auth/keys/rotate'],
  policy: ['PUT /auth/policy'],
  relations: ['POST /auth/tuples', 'DELETE /auth/tuples', 'POST /auth/check'],
  /** Relations are switched off. */
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
  /** Keys are published and taken back without a word to the gateway. */
  'key-publishing': ['POST /testing/keys', 'DELETE /testing/keys/{kid}'],
  federation: ['POST /testing/federated-users'],
  /** Names that lead elsewhere each time an endpoint is looked up. */
  'dns-rebinding': ['GET /testing/names'],
  /** A request may say how well it finds the hub. */
  'hub-conditions': ['GET /testing/hub'],
  /** The browser's sign-in proves by PKCE that a code comes back to where it was asked for. */
  pkce: [],
  /** A model config may slow an engine down, and say how long it may take to start. */
  'engine-pace': [],
  /** Calls are counted by the address in X-Forwarded-For, so that a test may use up the rate of an address of its own. */
  rates: [],
  /** The refresh token's cookie goes to the auth service only. */
  'scoped-cookies': [],
  /** Its hub has the models of the embedded platform. */
  'bundled-models': [],
  /** It runs on the machine of the tests: it reaches what a test serves there, and a test sees its processes. */
  'same-machine': [],
  /** Files of models are pushed to a registry. */
  'oci-storage': [],
  /** Engines run on two nodes at least. */
  'two-nodes': [],
  /** Engines run on a GPU that several may share. */
  gpu: [],
  /** A model that makes images is deployed. */
  'image-generation': [],
  workrooms: ['POST /workrooms/', 'POST /workrooms/{workroom_id}/enter'],
  apps: ['POST /apps/deploy_app', 'DELETE /apps/deployment/{deployment_id}/purge'],
  /** Apps are reached past the gateway too, and can be made to know it by a wrong secret. */
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

/** The capabilities that an OpenAPI document shows; none when it is no such document. Names of path parameters do not count. */
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

/** Whether a document cannot leave out this capability of a target that has it. */
export function isShownByOperations(capability: Capability): boolean {
  return capabilityOperations[capability].length > 0;
}

const anonymous = (operation: string) => operation.replaceAll(/\{[^}]*\}/g, '{}');
