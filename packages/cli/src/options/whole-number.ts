import { configurationError } from '@uat/core';

/**
 * Parses the number of an option.
 * @throws UatError (configuration) when it is not a whole number, or less than `least`.
 */
export function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && Number.isSafeInteger(number)) return number;
  throw configurationError(`${option} takes a whole number from ${least} up, not '${text}'.`);
}
