import { cpSync, existsSync, globSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

type Inputs = Record<string, string>;

/** The artifacts of a run of a workflow, in a folder of this machine, with a folder each. */
export interface GithubArtifacts {
  folder: string;
  /** Does what actions/upload-artifact does; false when it fails. */
  upload(inputs: Inputs): boolean;
  /** Does what actions/download-artifact does; false when it fails. */
  download(inputs: Inputs): boolean;
}

/** Artifacts in a folder, by the rules of upload-artifact 6 and download-artifact 7. */
export function githubArtifacts(folder: string): GithubArtifacts {
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    upload({ name = '', path: patterns = '', overwrite, 'if-no-files-found': whenNone }) {
      const paths = patterns.split('\n').filter(Boolean);
      const files = paths.flatMap(filesAt);
      if (files.length === 0) return whenNone !== 'error';
      const target = path.join(folder, name);
      if (existsSync(target) && overwrite !== 'true') return false;
      rmSync(target, { recursive: true, force: true });
      const root = commonRoot(paths.map(searchPath));
      for (const file of files) cpSync(file, path.join(target, path.relative(root, file)));
      return true;
    },
    download({ name, pattern, path: to = '' }) {
      if (name !== undefined) return copied(path.join(folder, name), to);
      const start = (pattern ?? '').replace(/\*$/, '');
      const names = readdirSync(folder).filter((one) => one.startsWith(start));
      // A single artifact gets no subfolder of its own.
      const place = (one: string) => (names.length === 1 ? to : path.join(to, one));
      return names.every((one) => copied(path.join(folder, one), place(one)));
    },
  };
}

function copied(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  cpSync(from, to, { recursive: true });
  return true;
}

/** The files that a pattern names; hidden ones are left out. */
function filesAt(pattern: string): string[] {
  if (!existsSync(pattern) && !pattern.includes('*')) return [];
  const isFolder = existsSync(pattern) && statSync(pattern).isDirectory();
  const all = isFolder || pattern.includes('*') ? globSync(isFolder ? `${pattern}/**` : pattern) : [pattern];
  return all.filter((file) => statSync(file).isFile() && !path.basename(file).startsWith('.'));
}

/** The folder or file at which the search for a pattern starts. */
const searchPath = (pattern: string) => pattern.replace(/\/\*.*$/, '');

function commonRoot([first = '', ...others]: readonly string[]): string {
  if (others.length === 0) return existsSync(first) && statSync(first).isFile() ? path.dirname(first) : first;
  const parts = first.split('/');
  const shared = parts.findIndex((part, at) => others.some((other) => other.split('/')[at] !== part));
  return parts.slice(0, shared === -1 ? undefined : shared).join('/');
}
