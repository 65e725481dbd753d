import { z } from 'zod';

import { HttpError, notAuthorized } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import type { Identity } from '../gateway/identity.ts';
import type { Services } from '../../services.ts';
import type { Workroom } from './workroom-store.ts';

export const workroomPath = z.looseObject({ workroom_id: z.guid() });

/**
 * The workroom of a path, for its members and administrators. Throws a 404 for a deleted one,
 * and a 403 for all other callers, whether or not it exists.
 */
export function workroomAt(services: Services, params: unknown, caller: Identity): Workroom {
  const id = parseInput(workroomPath, params, 'path').workroom_id.toLowerCase();
  const workroom = services.store.workrooms.byId(id);
  const admin = caller.roles.includes('admin');
  const wasMember = services.store.workroomMembers.find(id, caller.sub) !== undefined;
  if (!workroom || workroom.deletedAt !== null) {
    if (admin || wasMember) throw new HttpError(404, 'Workroom not found');
    throw notAuthorized();
  }
  if (!admin && services.workrooms.roleIn(id, caller.sub) === undefined) throw notAuthorized();
  return workroom;
}
