import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { projectRoot, configurationError } from '@uat/core';
import { type UatConfig, uatConfigSchema } from './schema.ts';
import { sessionIn } from './session/session.ts';

/**
 * The path of the config: the file named, else that of this process's run, else `UAT_CONFIG`, else the repository's.
 */
export function configFile(named?: string, env: NodeJS.ProcessEnv = process.env): string {
  const found = named ?? sessionIn(env)?.config ?? (env['UAT_CONFIG'] || undefined);
  return path.resolve(found ?? path.join(projectRoot, 'uat.config.ts'));
}

/**
 * Loads the `uat.config.ts` that {@link configFile} finds.
 * @throws UatError (configuration) with the place of each mistake.
 */
export async function loadConfig(named?: string, env: NodeJS.ProcessEnv = process.env): Promise<UatConfig> {
  const found = configFile(named, env);
  if (!existsSync(found)) throw configurationError(`There is no config file ${found}.`);

  let written: unknown;
  try {
    written = ((await import(pathToFileURL(found).href)) as { default?: unknown }).default;
  } catch (error) {
    throw configurationError(`${found} cannot be read: ${(error as Error).message}`, { cause: error });
  }

  const parsed = uatConfigSchema.safeParse(written);
  if (!parsed.success) {
    throw configurationError(
      `${found} is not a valid config (export default defineUat({ … })):\n${z.prettifyError(parsed.error)}`,
    );
  }
  return { ...parsed.data, root: path.dirname(found) };
}
