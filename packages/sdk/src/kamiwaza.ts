import { apiBaseUrl } from './base-url.ts';
import type { Credentials } from './credentials.ts';
import { KamiwazaError } from './errors/kamiwaza-error.ts';
import { appsGroup } from './groups/apps.ts';
import { authGroup } from './groups/auth.ts';
import { keysGroup, policyGroup } from './groups/gateway.ts';
import { modelConfigsGroup } from './groups/model-configs.ts';
import { modelFilesGroup } from './groups/model-files.ts';
import { guideGroup, modelsGroup } from './groups/models.ts';
import { activityGroup, clusterGroup, healthGroup, nodeGroup, platformGroup } from './groups/platform.ts';
import { relationsGroup } from './groups/relations.ts';
import { secretsGroup } from './groups/secrets.ts';
import { securityGroup } from './groups/security.ts';
import { servingGroup } from './groups/serving.ts';
import { sessionsGroup } from './groups/sessions.ts';
import { testingGroup } from './groups/testing.ts';
import { usersGroup } from './groups/users.ts';
import { workroomsGroup } from './groups/workrooms.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { createRequest } from './transport/request.ts';
import type { ApiResponse, HttpResponse } from './transport/transport.ts';

/** The target to reach and the identity to use. */
export interface KamiwazaOptions {
  /** The target, with or without `/api`; see `apiBaseUrl`. */
  readonly baseUrl: string;
  /** Anonymous by default. */
  readonly credentials?: Credentials;
  /** A sign-in to share with other clients, instead of `credentials`. */
  readonly signIn?: SignIn;
  /** Sends a Request and gives the response without following redirects; the global fetch by default. */
  readonly fetch?: (request: Request) => Promise<HttpResponse>;
  /** Milliseconds per request; 30 000 by default. */
  readonly timeoutMs?: number;
  /**
   * Receives every response, also those to sign-ins and to refused attempts. Bodies may hold secrets. An exception of
   * this function fails the call.
   */
  readonly onResponse?: (response: ApiResponse) => void;
  /** Sent with every call. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client of one target with one identity. */
export type Kamiwaza = ReturnType<typeof createKamiwaza>;

/** A client for a target. It sends nothing, not even a sign-in, before its first call. */
export function createKamiwaza({
  baseUrl: target,
  credentials = { kind: 'anonymous' },
  fetch = globalThis.fetch,
  timeoutMs = 30_000,
  onResponse = () => undefined,
  headers = {},
  signIn = createSignIn({ baseUrl: target, credentials, fetch, timeoutMs, onResponse }),
}: KamiwazaOptions) {
  const baseUrl = apiBaseUrl(target);
  if (signIn.baseUrl !== baseUrl) {
    throw new KamiwazaError(
      `This sign-in belongs to ${signIn.baseUrl}; its tokens are not sent to ${baseUrl}.`,
    );
  }
  const request = createRequest({ baseUrl, fetch, timeoutMs, onResponse }, signIn, headers);
  return {
    baseUrl,
    signIn,
    ...healthGroup(request),
    auth: authGroup(request),
    users: usersGroup(request),
    sessions: sessionsGroup(request),
    keys: keysGroup(request),
    policy: policyGroup(request),
    relations: relationsGroup(request),
    models: modelsGroup(request),
    modelFiles: modelFilesGroup(request),
    guide: guideGroup(request),
    modelConfigs: modelConfigsGroup(request),
    serving: servingGroup(request),
    secrets: secretsGroup(request),
    security: securityGroup(request),
    cluster: clusterGroup(request),
    activity: activityGroup(request),
    node: nodeGroup(request),
    platform: platformGroup(request),
    testing: testingGroup(request),
    workrooms: workroomsGroup(request),
    apps: appsGroup(request),
  };
}
