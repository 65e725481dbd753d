import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Folders of the packages that run llama.cpp on this machine's kind of processor. */
export interface EnginePackages {
  /** The JavaScript around it. */
  library: string;
  /** llama.cpp itself, built, and by which name the library finds it. */
  binaries: string;
  name: string;
}

/** Where they are installed. Throws when they are not: the package manager was told to leave them out. */
export function enginePackages(): EnginePackages {
  const library = realpathSync(path.join(import.meta.dirname, '../node_modules/node-llama-cpp'));
  const name = `@node-llama-cpp/linux-${process.arch}`;
  // pnpm lays what a package depends on beside it.
  return { library, name, binaries: realpathSync(path.join(library, '..', name)) };
}
