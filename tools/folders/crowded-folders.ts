import path from 'node:path';

/** A source file: its path from the root, with forward slashes, and its text. */
export interface Source {
  file: string;
  text: string;
}

export interface FolderCount {
  folder: string;
  sources: number;
}

/** The most sources in a folder; one that holds more has topics that deserve folders of their own. */
export const mostSources = 20;

/** A file below this number of lines needs a test of its own or a second importer. */
export const fewestLines = 15;

/** Folders that hold one file per entry of a list, or what a program has written. */
const listFolders = /^packages\/faults\/catalog\/|\/generated$|^packages\/cli\/contract\/suites\//;

const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);

/** The number of sources of each folder, the largest first; tests and specs aside, catalogues and generated code too. */
export function folderCounts(files: readonly string[]): FolderCount[] {
  const sources = files.filter((file) => !isTest(file) && !listFolders.test(path.posix.dirname(file)));
  return [...Map.groupBy(sources, (file) => path.posix.dirname(file))]
    .map(([folder, { length }]) => ({ folder, sources: length }))
    .toSorted((a, b) => b.sources - a.sources || a.folder.localeCompare(b.folder, 'en'));
}

/** Files of a few lines that only one other file imports and no test covers: they belong into their importer. */
export function slightFiles(sources: readonly Source[]): { file: string; importer: string }[] {
  const importers = new Map<string, Set<string>>();
  for (const { file, text } of sources) {
    for (const [, specifier = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      importers.set(target, (importers.get(target) ?? new Set()).add(file));
    }
  }
  const known = new Set(sources.map(({ file }) => file));
  return sources.flatMap(({ file, text }) => {
    if (
      isTest(file) ||
      listFolders.test(path.posix.dirname(file)) ||
      path.posix.basename(file) === 'index.ts'
    )
      return [];
    if (text.trimEnd().split('\n').length >= fewestLines) return [];
    const isTested = ['ts', 'tsx'].some((ending) => known.has(file.replace(/\.tsx?$/, `.test.${ending}`)));
    const [importer, second] = importers.get(file) ?? [];
    // What an index exports is meant for other packages.
    if (isTested || importer === undefined || second !== undefined) return [];
    return path.posix.basename(importer) === 'index.ts' ? [] : [{ file, importer }];
  });
}
