import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Folders of the packages that run llama.cpp on this architecture. */
export interface EnginePackages {
  /** The JavaScript library. */
  library: string;
  /** The prebuilt llama.cpp, with the name of its package. */
  binaries: string;
  name: string;
}

/** The installed packages. Throws when they are missing because the package manager left them out. */
export function enginePackages(): EnginePackages {
  const library = realpathSync(path.join(import.meta.dirname, '../node_modules/node-llama-cpp'));
  const name = `@node-llama-cpp/linux-${process.arch}`;
  // pnpm installs the dependencies of a package beside it.
  return { library, name, binaries: realpathSync(path.join(library, '..', name)) };
}
