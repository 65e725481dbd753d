import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@uat/core';
import type { RunScene } from './scene.ts';

/** Writes a config for the suites of a scene in a folder of its own, where then its `.uat/` is too; gives its path. */
export function suitesConfig(folder: string, scene: Partial<RunScene> = {}): string {
  const { config, quarantine } = scene;
  const file = path.join(folder, 'uat.config.ts');
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(file, config ?? configText(scene));
  if (quarantine !== undefined)
    writeFileSync(
      path.join(folder, 'quarantine.yaml'),
      quarantine.replaceAll('{soon}', dayIn(10)).replaceAll('{yesterday}', dayIn(-1)),
    );
  return file;
}

const configText = ({ suites = 'small', limits = {} }: Partial<RunScene>) => {
  const home = suites === 'all' ? projectRoot : path.join(projectRoot, 'packages', 'cli', 'contract');
  return `
import config from ${JSON.stringify(path.join(home, 'uat.config.ts'))};
const limits = ${JSON.stringify(limits)};
const lanes = Object.fromEntries(Object.entries(config.lanes).map(([name, lane]) => [name, { ...lane, ...limits }]));
export default { ...config, lanes, suites: ${JSON.stringify(path.join(home, 'suites'))} };
`;
};

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
