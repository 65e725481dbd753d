import { configurationError, didYouMean } from '@uat/core';
import { type UatConfig } from '@uat/config';

/**
 * The requested areas, in the order of the config; all areas when none is requested.
 * @throws UatError (configuration) for an unknown area.
 */
export function requestedAreas(requested: string[], config: UatConfig): string[] {
  const known = Object.keys(config.areas);
  const unknown = requested.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw configurationError(
      `There is no area '${unknown}'. Areas: ${known.join(', ')}.${didYouMean(unknown, known)}`,
    );
  }
  return requested.length === 0 ? known : known.filter((name) => requested.includes(name));
}
