import type { Answer } from './transport/transport.ts';
import { askOver } from './transport/request.ts';
import { apiBaseUrl } from './base-url.ts';
import type { Credentials } from './credentials.ts';
import { KamiwazaError } from './errors/kamiwaza-error.ts';
import type { HttpAnswer } from './transport/send-once.ts';
import { activityGroup } from './groups/activity.ts';
import { appsGroup } from './groups/apps.ts';
import { authGroup } from './groups/auth.ts';
import { clusterGroup } from './groups/cluster.ts';
import { guideGroup } from './groups/guide.ts';
import { healthGroup } from './groups/health.ts';
import { keysGroup } from './groups/keys.ts';
import { modelFilesGroup } from './groups/model-files.ts';
import { modelConfigsGroup } from './groups/model-configs.ts';
import { modelsGroup } from './groups/models.ts';
import { nodeGroup } from './groups/node.ts';
import { platformGroup } from './groups/platform.ts';
import { policyGroup } from './groups/policy.ts';
import { relationsGroup } from './groups/relations.ts';
import { secretsGroup } from './groups/secrets.ts';
import { securityGroup } from './groups/security.ts';
import { servingGroup } from './groups/serving.ts';
import { sessionsGroup } from './groups/sessions.ts';
import { testingGroup } from './groups/testing.ts';
import { usersGroup } from './groups/users.ts';
import { workroomsGroup } from './groups/workrooms.ts';
import { createSignIn, type SignIn } from './sign-in.ts';

/** How to reach a target, and as whom. */
export interface KamiwazaOptions {
  /** The target, with or without `/api`; see `apiBaseUrl`. */
  readonly baseUrl: string;
  /** Nobody when left out. */
  readonly credentials?: Credentials;
  /** A sign-in to share with other clients, instead of `credentials`. */
  readonly signIn?: SignIn;
  /** Sends a Request and gives the answer, redirects not followed; the global fetch when left out. */
  readonly fetch?: (request: Request) => Promise<HttpAnswer>;
  /** Per request; 30 000 when left out. */
  readonly timeoutMs?: number;
  /** Told of every answer, those to sign-ins and refused attempts too. Bodies may hold secrets. What it throws fails the call. */
  readonly onAnswer?: (answer: Answer) => void;
  /** Sent with each call. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client of one target as one identity. */
export type Kamiwaza = ReturnType<typeof createKamiwaza>;

/** A client for a target. Nothing is sent, and nobody signed in, before its first call. */
export function createKamiwaza({
  baseUrl: target,
  credentials = { kind: 'anonymous' },
  fetch = globalThis.fetch,
  timeoutMs = 30_000,
  onAnswer = () => undefined,
  headers = {},
  signIn = createSignIn({ baseUrl: target, credentials, fetch, timeoutMs, onAnswer }),
}: KamiwazaOptions) {
  const baseUrl = apiBaseUrl(target);
  if (signIn.baseUrl !== baseUrl) {
    throw new KamiwazaError(
      `This sign-in belongs to ${signIn.baseUrl}; its tokens are not sent to ${baseUrl}.`,
    );
  }
  const ask = askOver({ baseUrl, fetch, timeoutMs, onAnswer }, signIn, headers);
  return {
    baseUrl,
    signIn,
    ...healthGroup(ask),
    auth: authGroup(ask),
    users: usersGroup(ask),
    sessions: sessionsGroup(ask),
    keys: keysGroup(ask),
    policy: policyGroup(ask),
    relations: relationsGroup(ask),
    models: modelsGroup(ask),
    modelFiles: modelFilesGroup(ask),
    guide: guideGroup(ask),
    modelConfigs: modelConfigsGroup(ask),
    serving: servingGroup(ask),
    secrets: secretsGroup(ask),
    security: securityGroup(ask),
    cluster: clusterGroup(ask),
    activity: activityGroup(ask),
    node: nodeGroup(ask),
    platform: platformGroup(ask),
    testing: testingGroup(ask),
    workrooms: workroomsGroup(ask),
    apps: appsGroup(ask),
  };
}
