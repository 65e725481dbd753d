import type { EventOf } from '@uat/record';
import { KamiwazaError, type Kamiwaza } from '@uat/sdk';
import { z } from 'zod';
import { probe } from './probe.ts';
import { runningTimeLimit } from './running-time-limit.ts';

/** The state of the target right after a failure. */
export type Witness = Omit<EventOf<'probe'>, 'event' | 'id'>;

export interface WitnessOptions {
  url: string;
  /** Client without credentials. */
  anonymous: Kamiwaza;
  /** The administrator's client; `undefined` without credentials. */
  administrator: Kamiwaza | undefined;
  /** True to ask for nothing but readiness. */
  onlyReadiness: boolean;
}

/** Time limit of each request beside the ping, in milliseconds. */
const requestMs = 3_000;

/** Milliseconds for which a failed authentication is not tried again. */
const authenticationPauseMs = 30_000;

/**
 * Probes a target: readiness, and while it is ready also version, authentication, and what it reports about its nodes.
 * @param isSignInProven Whether the target has accepted the administrator; only then is authentication tried.
 */
export type AskWitness = (isSignInProven: boolean) => Promise<Witness>;

/**
 * A function that probes a target. It only reads, signs in once for all probes, and does not repeat what the target
 * does not offer. Never throws.
 */
export function witnessOf({ url, anonymous, administrator, onlyReadiness }: WitnessOptions): AskWitness {
  let failure: { authentication: Authentication; until: number } | undefined;
  const authentication = async (client: Kamiwaza): Promise<Authentication> => {
    if (failure !== undefined && performance.now() < failure.until) return failure.authentication;
    const found = await authenticationOf(client);
    failure =
      found.state === 'accepted'
        ? undefined
        : { authentication: found, until: performance.now() + authenticationPauseMs };
    return found;
  };
  /** Requests that the target does not offer, or not to us. */
  const notOffered = new Set<string>();
  const resourceOf = async (name: string, ask: () => Promise<Resource>): Promise<Resource[]> => {
    if (notOffered.has(name)) return [];
    const found = await settled(ask);
    if (found.kind === 'answered') return [found.value];
    if (found.status !== undefined && found.status >= 400 && found.status < 500) notOffered.add(name);
    return [];
  };
  return async (isSignInProven) => {
    const proven = isSignInProven ? administrator : undefined;
    const at = new Date().toISOString();
    const [ready, version] = await Promise.all([
      probe(url),
      onlyReadiness ? undefined : versionOf(anonymous),
    ]);
    if (onlyReadiness || ready.state === 'down') return { at, ...ready };
    const [signIn, ...resources] = await Promise.all([
      proven === undefined ? undefined : authentication(proven),
      resourceOf('node', () => nodeStatus(anonymous)),
      ...(proven === undefined ? [] : [resourceOf('nodes', () => runningNodes(proven))]),
    ]);
    const reported = resources.flat();
    return {
      ...{ at, ...ready },
      ...(signIn === undefined ? {} : { authentication: signIn }),
      ...(version === undefined ? {} : { version }),
      ...(reported.length === 0 ? {} : { resources: reported }),
    };
  };
}

/** The version of the platform, from `GET /api/auth/health`; `undefined` where it does not answer or has none. */
export async function versionOf(anonymous: Kamiwaza): Promise<string | undefined> {
  const found = await settled((signal) => anonymous.auth.health({ signal }));
  if (found.kind !== 'answered') return undefined;
  return z.object({ version: z.string() }).safeParse(found.value).data?.version;
}

type Authentication = NonNullable<Witness['authentication']>;

/** Asks who the administrator is, with the bearer of an earlier sign-in: a refused one is not renewed. */
async function authenticationOf(administrator: Kamiwaza): Promise<Authentication> {
  const found = await settled(async (signal) => {
    const bearer = await administrator.signIn.bearer();
    return administrator.auth.me({ signal, headers: { authorization: `Bearer ${bearer}` } });
  });
  if (found.kind === 'answered')
    return { state: 'accepted', detail: 'GET /api/auth/users/me knows the administrator' };
  const isRefused = found.status === 401 || found.status === 403;
  return { state: isRefused ? 'refused' : 'failed', detail: found.why };
}

type Resource = NonNullable<Witness['resources']>[number];

/** Health of the node that responds, from `GET /api/node/node_status`. */
async function nodeStatus(anonymous: Kamiwaza): Promise<Resource> {
  const { status, message } = await anonymous.node.status({ signal: AbortSignal.timeout(requestMs) });
  const isWell = /^(?:ok|up|healthy|active|ready|running|alive|online)$/i.test(status);
  return { state: isWell ? 'sufficient' : 'short', detail: `its node reports ${status}: ${message}` };
}

/** Nodes and their resources, from `GET /api/cluster/get_running_nodes`. */
async function runningNodes(administrator: Kamiwaza): Promise<Resource> {
  const nodes = await administrator.cluster.runningNodes({ signal: AbortSignal.timeout(requestMs) });
  const dead = nodes.filter(({ alive }) => alive === false).length;
  const amounts = new Map<string, number>();
  for (const { resources } of nodes)
    for (const [name, amount] of Object.entries(resources ?? {}))
      if (/^(?:CPU|GPU|memory)$/.test(name) && typeof amount === 'number')
        amounts.set(name, (amounts.get(name) ?? 0) + amount);
  const parts = [
    `${nodes.length - dead} of ${nodes.length} nodes alive`,
    ...[...amounts].map(([name, amount]) => `${name} ${name === 'memory' ? gibibytes(amount) : amount}`),
  ];
  const isShort = dead > 0 || nodes.length === 0;
  return { state: isShort ? 'short' : 'sufficient', detail: parts.join(', ') };
}

const gibibytes = (bytes: number) => `${(bytes / 1024 ** 3).toFixed(1)} GiB`;

type Settled<T> =
  | { kind: 'answered'; value: T }
  | { kind: 'failed'; status: number | undefined; why: string };

/** The outcome of a request within its time limit. */
async function settled<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<Settled<T>> {
  using limit = runningTimeLimit(requestMs);
  const expired = Promise.withResolvers<never>();
  expired.promise.catch(() => undefined);
  limit.signal.addEventListener('abort', () => expired.reject(limit.signal.reason as Error), { once: true });
  try {
    return { kind: 'answered', value: await Promise.race([ask(limit.signal), expired.promise]) };
  } catch (error) {
    const status = error instanceof KamiwazaError && 'status' in error ? error.status : undefined;
    return {
      kind: 'failed',
      status: typeof status === 'number' ? status : undefined,
      why: error instanceof Error ? error.message : String(error),
    };
  }
}
