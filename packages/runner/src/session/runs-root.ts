import { existsSync } from 'node:fs';
import path from 'node:path';
import { configFile } from '@uat/config';
import { projectRoot } from '@uat/core';

/** The folder that contains `.uat/`: that of the config, or the root of the repository when it does not exist. */
export function runsRoot({ config }: { config?: string | undefined }): string {
  const folder = path.dirname(configFile(config));
  return existsSync(folder) ? folder : projectRoot;
}
