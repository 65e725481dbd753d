import { readFile } from 'node:fs/promises';
import { configurationError } from '@uat/core';
import { type OwnersFile, parseOwners } from '@uat/intent';

/**
 * Reads the owners from `owners.yaml`.
 * @throws UatError (configuration) with a position for each problem
 */
export async function readOwners(file: string): Promise<OwnersFile> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw configurationError(`The owners cannot be read from ${file}: ${error.message}`, { cause: error });
  });
  const parsed = parseOwners(text);
  if (parsed.kind === 'owners') return parsed.owners;
  throw configurationError(
    `${file} is not valid:\n${parsed.problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}
