import { configurationError } from '@uat/core';

/**
 * The number that an option was given.
 * @throws UatError (configuration) when it is no whole number, or less than `least`.
 */
export function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && Number.isSafeInteger(number)) return number;
  throw configurationError(`${option} takes a whole number from ${least} up, not '${text}'.`);
}
