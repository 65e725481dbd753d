import path from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

import { enginePackages } from './engine-packages.ts';
import { platformVersion } from '../src/settings.ts';

const packageFolder = path.resolve(import.meta.dirname, '..');

/** A bundled file, with the modules in it. */
export interface BundledFile {
  name: string;
  text: string;
  modules: string[];
}

/** Differences of a release from the current source. */
export interface SourceOfRelease {
  version: string;
  /** False for the previous release, which lacks the newest migration. */
  hasNewestMigration: boolean;
}

/**
 * The command line of the installed platform and its engine process, bundled with their dependencies, and
 * without any fault.
 */
export async function serverBundle(release: SourceOfRelease): Promise<BundledFile[]> {
  return bundled(release, {
    cli: path.join(import.meta.dirname, 'cli.ts'),
    'engine-process': path.join(packageFolder, 'src/domains/engine/instance/engine-process.ts'),
    // A separate file, because it starts itself as a process to see whether llama.cpp loads.
    'test-binary': path.join(enginePackages().library, 'dist/bindings/utils/testBindingBinary.js'),
  });
}

/** The program that rehearses the migration to a release. */
export async function rehearsalText(release: SourceOfRelease): Promise<string> {
  const [file] = await bundled(release, {
    rehearsal: path.join(import.meta.dirname, 'rehearse-migration.ts'),
  });
  return file?.text ?? '';
}

async function bundled(release: SourceOfRelease, input: Record<string, string>): Promise<BundledFile[]> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: packageFolder,
    plugins: [sourceOf(release)],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      write: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input,
        // The first is native and installed beside the bundle; the second is an optional way to copy files.
        external: [/^node:/, /^@node-llama-cpp\//, /^@reflink\//],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  return outputs
    .filter((one): one is Rolldown.OutputChunk => one.type === 'chunk')
    .map(({ fileName, code, moduleIds }) => ({ name: fileName, text: code, modules: [...moduleIds] }));
}

function sourceOf({ version, hasNewestMigration }: SourceOfRelease): Plugin {
  const changes: Record<string, [part: string, by: string]> = {
    // It is started by its file name, which differs in the bundle.
    '/start-instance.ts': ['engine-process.ts', 'engine-process.mjs'],
    '/src/settings.ts': [`platformVersion = '${platformVersion}'`, `platformVersion = '${version}'`],
    ...(hasNewestMigration
      ? {}
      : { '/database/schema.ts': ['  activitiesByTime,\n];', '];'] as [string, string] }),
  };
  return {
    name: 'source-of-release',
    enforce: 'pre',
    transform(code, id) {
      const change = Object.entries(changes).find(([file]) => id.endsWith(file))?.[1];
      if (change === undefined) return undefined;
      const [part, by] = change;
      if (code.split(part).length !== 2) throw new Error(`"${part}" has to be in ${id} exactly once.`);
      return code.replace(part, by);
    },
  };
}
