import { readFileSync } from 'node:fs';
import { configurationError } from './uat-error.ts';

/**
 * Reads a UTF-8 text file.
 * @param what Kind of the file, for the error message.
 * @throws UatError (configuration) when it cannot be read, or is not UTF-8 text.
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
    throw configurationError(`The ${what} ${file} is not UTF-8 text.`, { cause: error });
  }
}
