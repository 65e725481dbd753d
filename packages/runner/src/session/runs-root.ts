import { existsSync } from 'node:fs';
import path from 'node:path';
import { configFile } from '@uat/config';
import { projectRoot } from '@uat/core';

/** The folder that holds `.uat/`: where the config lies; the root of the repository when that place does not exist. */
export function runsRoot({ config }: { config?: string | undefined }): string {
  const folder = path.dirname(configFile(config));
  return existsSync(folder) ? folder : projectRoot;
}
