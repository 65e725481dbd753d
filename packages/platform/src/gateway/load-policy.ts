import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { parse } from 'yaml';
import { z } from 'zod';

import { StartError } from '../errors/start-error.ts';
import { policySchema, type Policy } from './policy.ts';

/** The policy that ships with the platform. */
export const defaultPolicyFile = fileURLToPath(new URL('policy.yaml', import.meta.url));

/** The policy in `file`. Throws a StartError that names the place when it is no policy. */
export async function loadPolicy(file: string = defaultPolicyFile): Promise<Policy> {
  const result = policySchema.safeParse(parse(await readFile(file, 'utf8')));
  if (!result.success) {
    throw new StartError(`The access policy ${file} is not valid:\n${z.prettifyError(result.error)}`);
  }
  return result.data;
}
