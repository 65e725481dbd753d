/** What a target says of itself: `null` where it does not. */
export interface TargetVersions {
  /** Of the platform, from `GET /api/auth/health`. */
  version: string | null;
  /** Of the API, from the document that it serves. */
  contractVersion: string | null;
}

/** Asks a target for its versions; never throws, because a run can do without. */
export async function targetVersions(targetUrl: string): Promise<TargetVersions> {
  const [health, document] = await Promise.all([
    json(`${targetUrl}/api/auth/health`),
    json(`${targetUrl}/api/openapi.json`),
  ]);
  return {
    version: text(field(health, 'version')),
    contractVersion: text(field(field(document, 'info'), 'version')),
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
