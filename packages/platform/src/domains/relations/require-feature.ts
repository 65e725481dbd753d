import { HttpError } from '../../server/errors/http-error.ts';
import type { Settings } from '../../settings.ts';

/** Throws a 404 where relations are switched off. */
export function onlyIfOn({ settings }: { settings: Settings }): void {
  if (!settings.relations) throw new HttpError(404, 'Relations are switched off');
}
