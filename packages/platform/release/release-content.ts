import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Part, PlannedEntry } from '@uat/artifacts';
import { contractUrl } from '@uat/contract';

import { consoleBundle } from '@uat/console';
import { defaultPolicyFile } from '../src/domains/gateway/policy-file.ts';
import { enginePackages } from './engine-packages.ts';
import { partsOf } from './parts-of.ts';
import { rehearsalText, serverBundle, type SourceOfRelease } from './server-bundle.ts';

const app = '/opt/kamiwaza/app';

/** The build of one release. */
export interface ReleaseContent {
  programs: PlannedEntry[];
  /** Program that rehearses the migration to this release on a copy. */
  rehearsal: string;
  /** Third-party software and its licences. */
  notice: string;
  parts: Part[];
}

/** Builds the programs of one release: the bundle, the console, the engine and the Node runtime that runs them. */
export async function releaseContent(release: SourceOfRelease): Promise<ReleaseContent> {
  const engine = enginePackages();
  const [server, rehearsal] = [await serverBundle(release), await rehearsalText(release)];
  const consoleFolder = await consoleBundle();
  const parts = await partsOf([...server.flatMap(({ modules }) => modules), engine.library, engine.binaries]);
  return {
    programs: [
      { kind: 'copy', path: '/opt/kamiwaza/bin/node', mode: 0o755, source: process.execPath },
      ...server.map(({ name, text }): PlannedEntry => {
        return { kind: 'file', path: `${app}/server/${name}`, mode: 0o644, content: text };
      }),
      // Paths that the code expects, relative to the bundle.
      copy(`${app}/server/policy.yaml`, defaultPolicyFile),
      copy(`${app}/openapi.json`, fileURLToPath(contractUrl)),
      ...(await tree(consoleFolder, '/opt/kamiwaza/console')),
      ...(await tree(engine.binaries, `${app}/node_modules/${engine.name}`)),
      ...['binariesGithubRelease.json', 'llama.cpp.info.json'].map((name) =>
        copy(`${app}/llama/${name}`, path.join(engine.library, 'llama', name)),
      ),
      copy('/opt/kamiwaza/package.json', path.join(engine.library, 'package.json')),
    ],
    rehearsal,
    notice: [
      'The platform of the Kamiwaza UAT project, with software of others:',
      ...parts.map(({ name, version, licence = 'see its package' }) => `  ${name} ${version}  ${licence}`),
      `  node ${process.version.slice(1)}  MIT and others: https://github.com/nodejs/node/blob/main/LICENSE`,
      '',
    ].join('\n'),
    parts,
  };
}

function copy(to: string, source: string): PlannedEntry {
  return { kind: 'copy', path: to, mode: 0o644, source };
}

/** Every file below a folder, at the same path below another. */
async function tree(folder: string, to: string): Promise<PlannedEntry[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => {
      const source = path.join(parentPath, name);
      return copy(path.join(to, path.relative(folder, source)), source);
    });
}
