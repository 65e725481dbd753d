import { globSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';

/** The capabilities of each area of this repository: the names of its spec files. */
export function suiteCapabilities(): Record<string, string[]> {
  const specs = globSync('*/*.spec.ts', { cwd: path.join(projectRoot, 'suites') });
  const byArea = Map.groupBy(specs, (spec) => path.dirname(spec));
  return Object.fromEntries(
    [...byArea].map(([area, files]) => [area, files.map((file) => path.basename(file, '.spec.ts'))]),
  );
}
