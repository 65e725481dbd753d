import { configurationError, infrastructureError, type UatError, jsonIn } from '@uat/core';
import {
  isShownByOperations,
  type Capability,
  capabilityOperations,
  capabilitiesIn,
  type Session,
} from '@uat/config';
import { probe } from './probe.ts';

/** What a target says of itself: `null` where it does not. */
export interface TargetFacts {
  /** Of the platform, from `GET /api/auth/health`. */
  version: string | null;
  /** Of the API, from the document that it serves. */
  contractVersion: string | null;
  capabilities: Capability[];
  /** Why nobody knows what it offers; `capabilities` is then empty, and a run cannot be green. */
  silence?: UatError;
}

/**
 * Asks a target whether it is there, what it is and what it can do.
 * @throws UatError (infrastructure) when it does not answer as a Kamiwaza, (configuration) when its profile says that
 * it offers something and its API does not have it.
 */
export async function targetFacts(target: Session['target']): Promise<TargetFacts> {
  if (target.kind === 'none') return { version: null, contractVersion: null, capabilities: [] };
  const health = await probe(target.url);
  if (health.state === 'down') {
    throw infrastructureError(
      `Target '${target.name}' cannot be reached or is no Kamiwaza: ${health.detail}.`,
    );
  }

  const [service, document] = await Promise.all([
    answerOf(`${target.url}/api/auth/health`),
    answerOf(`${target.url}/api/openapi.json`),
  ]);
  const shown = capabilitiesIn(document.body);
  const silence = target.capabilities === undefined ? silenceOf(target, document, shown) : undefined;
  // What nobody can look up is taken from the profile as it stands.
  const claimed = document.body === undefined ? [] : (target.capabilities ?? []);
  const missing = claimed.filter(
    (capability) => isShownByOperations(capability) && !shown.includes(capability),
  );
  if (missing.length > 0) {
    const operations = missing.flatMap((capability) => capabilityOperations[capability]).join(', ');
    throw configurationError(
      `The profile of target '${target.name}' says that it has ${missing.join(', ')}, but its API document lacks ${operations}. Correct the profile or the deployment.`,
    );
  }
  return {
    version: text(field(service.body, 'version')),
    contractVersion: text(field(field(document.body, 'info'), 'version')),
    capabilities: target.capabilities ?? shown,
    ...(silence === undefined ? {} : { silence }),
  };
}

interface Answer {
  /** HTTP status; 0 when nothing came. */
  status: number;
  /** `undefined` when it is not JSON, or no success. */
  body: unknown;
  /** A sentence for people. */
  detail: string;
}

/** Asks twice when the first time fails: what a target offers decides on most of a run. Never throws. */
async function answerOf(url: string): Promise<Answer> {
  const first = await answerOnce(url);
  return failed(first) ? await answerOnce(url) : first;
}

async function answerOnce(url: string): Promise<Answer> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs) });
    const said = await answer.text();
    return {
      status: answer.status,
      body: answer.ok ? jsonIn(said) : undefined,
      detail: `GET ${url} answered ${answer.status}${answer.redirected ? ` from ${answer.url.split('?')[0]}` : ''}`,
    };
  } catch (error) {
    return { status: 0, body: undefined, detail: `GET ${url} failed: ${String(error)}` };
  }
}

const answerWithinMs = 10_000;

const failed = ({ status }: Answer) => status === 0 || status === 429 || status >= 500;

/** A target may serve no document, and then offers nothing; not to hear what it serves is another matter. */
function silenceOf(
  { kind, name }: Session['target'],
  document: Answer,
  shown: readonly Capability[],
): UatError | undefined {
  const message = `Target '${name}' did not say what it capabilities: ${document.detail}.`;
  if (failed(document) || (kind === 'embedded' && shown.length === 0)) return infrastructureError(message);
  // A page where JSON belongs is a login as a rule.
  if (document.body === undefined && document.status !== 404)
    return configurationError(`${message} Name its capabilities in its profile (docs/targets.md).`);
  return undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
