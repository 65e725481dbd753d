import { configurationError, didYouMean } from '@uat/core';
import { type UatConfig } from '@uat/config';

/**
 * The areas that were asked for, all when none was.
 * @throws UatError (configuration) for a name that is none.
 */
export function areaNames(asked: string[], config: UatConfig): string[] {
  const known = Object.keys(config.areas);
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw configurationError(
      `There is no area '${unknown}'. Areas: ${known.join(', ')}.${didYouMean(unknown, known)}`,
    );
  }
  return asked.length === 0 ? known : known.filter((name) => asked.includes(name));
}
