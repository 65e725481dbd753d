import { readFileSync } from 'node:fs';
import { configurationError } from '@uat/core';

/**
 * The text of a file that was named on the command line.
 * @throws UatError (configuration) when there is none, or it is no text.
 */
export function readText(file: string, what: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw configurationError(`The ${what} ${file} cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw configurationError(`The ${what} ${file} is no text in UTF-8.`, { cause: error });
  }
}
