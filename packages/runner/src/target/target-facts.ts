import { createHash } from 'node:crypto';
import { configurationError, infrastructureError, type UatError, jsonIn } from '@uat/core';
import {
  isShownByOperations,
  type Capability,
  capabilityOperations,
  capabilitiesIn,
  type Session,
} from '@uat/config';
import { probe } from './probe.ts';

/** The facts that a target reports about itself; `null` where it does not. */
export interface TargetFacts {
  /** Version of the platform, from `GET /api/auth/health`. */
  version: string | null;
  /** Version of the API, from the document that the target serves. */
  contractVersion: string | null;
  /** Hash of the operations and schemas in that document. */
  contractHash: string | null;
  capabilities: Capability[];
  /** Reason why the capabilities are unknown; the list is then empty, and a run cannot be green. */
  problem?: UatError;
}

/**
 * Probes a target, and asks for its version and capabilities.
 * @throws UatError (infrastructure) when it does not answer as a Kamiwaza, (configuration) when its profile lists a
 * capability that its API lacks.
 */
export async function targetFacts(target: Session['target']): Promise<TargetFacts> {
  if (target.kind === 'none')
    return { version: null, contractVersion: null, contractHash: null, capabilities: [] };
  const health = await probe(target.url);
  if (health.state === 'down') {
    throw infrastructureError(
      `Target '${target.name}' cannot be reached or is not a Kamiwaza: ${health.detail}.`,
    );
  }

  const [service, document] = await Promise.all([
    answerOf(`${target.url}/api/auth/health`),
    answerOf(`${target.url}/api/openapi.json`),
  ]);
  const shown = capabilitiesIn(document.body);
  const problem = target.capabilities === undefined ? problemWith(target, document, shown) : undefined;
  // Without an API document, the profile is trusted.
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
    contractHash: contractHash(document.body),
    capabilities: target.capabilities ?? shown,
    ...(problem === undefined ? {} : { problem }),
  };
}

interface Answer {
  /** HTTP status; 0 without a response. */
  status: number;
  /** JSON of a successful response; `undefined` otherwise. */
  body: unknown;
  /** Sentence about the response. */
  detail: string;
}

/** Sends a request, and repeats it once on failure, because the capabilities decide on most of a run. Never throws. */
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

/**
 * The problem when a target's document cannot be read; a target without a document (404) has no capabilities instead.
 */
function problemWith(
  { kind, name }: Session['target'],
  document: Answer,
  shown: readonly Capability[],
): UatError | undefined {
  const message = `The capabilities of target '${name}' are unknown: ${document.detail}.`;
  if (failed(document) || (kind === 'embedded' && shown.length === 0)) return infrastructureError(message);
  // A page instead of JSON is usually a login.
  if (document.body === undefined && document.status !== 404)
    return configurationError(`${message} Name its capabilities in its profile (docs/targets.md).`);
  return undefined;
}

/** A hash of what an API document promises, without where it is served. */
function contractHash(document: unknown): string | null {
  const paths = field(document, 'paths');
  if (paths === undefined) return null;
  const promises = JSON.stringify([paths, field(document, 'components')]);
  return createHash('sha256').update(promises).digest('hex').slice(0, 16);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
