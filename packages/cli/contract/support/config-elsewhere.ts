import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '@uat/testing';

/**
 * The same config and suites as in `file`, in a folder of the test's own, where then its `.uat/` lies too. Gives the
 * path of the new file.
 */
export function configElsewhere(file: string, folder: string = temporaryFolder()): string {
  const config = path.join(folder, 'uat.config.ts');
  const suites = path.join(path.dirname(file), 'suites');
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    config,
    `import config from ${JSON.stringify(file)};\nexport default { ...config, suites: ${JSON.stringify(suites)} };\n`,
  );
  return config;
}
