import { HttpError } from '../../server/errors/http-error.ts';
import { HubError, type OfferedRepository } from './hub-client.ts';
import type { Services } from '../../services.ts';

/** A 422 about a field that is well formed but not usable here. */
export function notUsable(field: string, msg: string, input: unknown): HttpError {
  return new HttpError(422, [{ loc: ['body', field], msg, type: 'value_error', input }]);
}

/** The name of the hub that a caller means. Throws a 422 for an unknown one. */
export function knownHub(services: Services, field: string, name: string | null): string {
  const hub = services.hub.hubNamed(name);
  if (hub === undefined) throw notUsable(field, `There is no hub with the name ${name}`, name);
  return hub;
}

/** A repository of the hub. Throws a 401 for a gated one, a 404 for a missing one, else a 502. */
export async function offeredRepository(services: Services, id: string): Promise<OfferedRepository> {
  if (!/^[\w.-]+\/[\w.-]+$/.test(id))
    throw notUsable('model', 'A model of the hub has an author and a name, author/name', id);
  try {
    return await services.hub.repository(id);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const status = error.status === 401 || error.status === 404 ? error.status : 502;
    throw new HttpError(status, error.message, { cause: error });
  }
}
