import { z } from 'zod';

const modelPage = z.object({
  models: z.array(z.object({ id: z.string(), gated: z.boolean() })),
  total: z.int(),
});
const repository = z.object({
  pipeline_tag: z.string().optional(),
  siblings: z.array(
    z.object({ rfilename: z.string(), size: z.int(), lfs: z.object({ sha256: z.string() }) }),
  ),
});

/** The result of a search. */
export interface HubSearch {
  ids: string[];
  total: number;
  /** Reason for an incomplete result; undefined for a complete one. */
  error: string | undefined;
  /** Whether there may be more results. */
  partial: boolean;
}

/** A file on the hub. */
export interface OfferedFile {
  name: string;
  size: number;
  sha256: string;
  url: string;
}

/** A repository on the hub. */
export interface OfferedRepository {
  purpose: 'chat' | 'embedding';
  files: OfferedFile[];
}

/** A refusal of the hub, or its absence. */
export class HubError extends Error {
  override name = 'HubError';
  /** Status of the response; undefined without one. */
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Up to `limit` repositories that match `query`: by a part of their name, or with `exact` by all of it. */
export async function searchHub(
  hub: string,
  query: string,
  { exact = false, limit = 100, pageSize = 2 }: { exact?: boolean; limit?: number; pageSize?: number } = {},
): Promise<HubSearch> {
  const ids: string[] = [];
  let seen = 0;
  let total = 0;
  try {
    do {
      const page = modelPage.parse(
        await ask(
          `${hub}/api/models?${new URLSearchParams({ search: query, start: String(seen), limit: String(pageSize) })}`,
        ),
      );
      if (page.models.length === 0) break;
      seen += page.models.length;
      total = page.total;
      for (const { id } of page.models) if (!exact || id.toLowerCase() === query.toLowerCase()) ids.push(id);
    } while (seen < total && ids.length < limit);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return { ids: ids.slice(0, limit), total, error: error.message, partial: seen > 0 };
  }
  const found = ids.slice(0, limit);
  return { ids: found, total: exact ? ids.length : total, error: undefined, partial: false };
}

/** A repository with its files. Throws a HubError: 401 when it is gated, 404 when there is none. */
export async function hubRepository(hub: string, id: string): Promise<OfferedRepository> {
  const { pipeline_tag: task, siblings } = repository.parse(await ask(`${hub}/api/models/${id}`));
  return {
    purpose: task === 'feature-extraction' ? 'embedding' : 'chat',
    files: siblings.map(({ rfilename, size, lfs }) => ({
      name: rfilename,
      size,
      sha256: lfs.sha256,
      url: `${hub}/${id}/resolve/main/${rfilename}`,
    })),
  };
}

async function ask(url: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  } catch (cause) {
    throw new HubError('The hub cannot be reached.', undefined, { cause });
  }
  const body: unknown = await response.json();
  if (response.ok) return body;
  const { error } = z.object({ error: z.string() }).parse(body);
  throw new HubError(`The hub answered ${response.status}: ${error}`, response.status);
}
