import {
  configurationError,
  infrastructureError,
  isShownByOperations,
  type Offer,
  offerOperations,
  offersIn,
  type Session,
} from '@uat/config';
import { probe } from '@uat/runner';

/** What a target says of itself: `null` where it does not. */
export interface TargetFacts {
  /** Of the platform, from `GET /api/auth/health`. */
  version: string | null;
  /** Of the API, from the document that it serves. */
  contractVersion: string | null;
  offers: Offer[];
}

/**
 * Asks a target whether it is there, what it is and what it can do.
 * @throws UatError (infrastructure) when it does not answer as a Kamiwaza, (configuration) when its profile says that
 * it offers something and its API does not have it.
 */
export async function targetFacts(target: Session['target']): Promise<TargetFacts> {
  if (target.kind === 'none') return { version: null, contractVersion: null, offers: [] };
  const [health, service, document] = await Promise.all([
    probe(target.url),
    json(`${target.url}/api/auth/health`),
    json(`${target.url}/api/openapi.json`),
  ]);
  if (health.state === 'down') {
    throw infrastructureError(
      `Target '${target.name}' cannot be reached or is no Kamiwaza: ${health.detail}.`,
    );
  }

  const shown = offersIn(document);
  const missing = (target.offers ?? []).filter(
    (offer) => isShownByOperations(offer) && !shown.includes(offer),
  );
  if (missing.length > 0) {
    const operations = missing.flatMap((offer) => offerOperations[offer]).join(', ');
    throw configurationError(
      `The profile of target '${target.name}' says that it offers ${missing.join(', ')}, but its API document lacks ${operations}. Correct the profile or the deployment.`,
    );
  }
  return {
    version: text(field(service, 'version')),
    contractVersion: text(field(field(document, 'info'), 'version')),
    offers: target.offers ?? shown,
  };
}

async function json(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    // An unreachable or odd target is the probe's business, not this one's.
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
