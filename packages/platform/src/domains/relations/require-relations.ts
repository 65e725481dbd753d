import { HttpError } from '../../server/errors/http-error.ts';
import type { Settings } from '../../settings.ts';

/** Throws a 404 when relations are off. */
export function requireRelations({ settings }: { settings: Settings }): void {
  if (!settings.relations) throw new HttpError(404, 'Relations are switched off');
}
