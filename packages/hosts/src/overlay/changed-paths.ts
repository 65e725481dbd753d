import { lstatSync } from 'node:fs';
import { entriesIn, pathsBelow } from '../files/paths-below.ts';

export interface OverlayView {
  /** The read-only root at the bottom. */
  base: string;
  /** The layers above the base: the writable one and those of checkpoints. */
  layers: readonly string[];
  /** All layers merged, as the host sees them. */
  merged: string;
  /** Folders such as `/proc` that are not part of the disk. */
  without: ReadonlySet<string>;
}

/**
 * Lists the paths of an overlay that may differ from its base. Only folders present in a layer are searched. Deletions
 * are
 * found by comparing names with the base instead of reading whiteouts and opaque folders; renamed folders by file
 * times.
 */
export function changedPaths({ base, layers, merged, without }: OverlayView): Set<string> {
  const changed = new Set<string>();
  const addAll = (root: string, path: string) => {
    changed.add(path);
    for (const below of pathsBelow(root, path)) changed.add(below);
  };
  const lookInto = (folder: string): void => {
    const inLayers = namesIn(layers, folder);
    const inBase = namesIn([base], folder);
    const inMerged = new Map(entriesIn(`${merged}${folder}`).map((entry) => [entry.name, entry]));
    for (const name of new Set([...inBase, ...inMerged.keys()])) {
      const path = `${folder}/${name}`;
      const entry = inMerged.get(name);
      if (without.has(path)) continue;
      if (entry === undefined) addAll(base, path);
      else if (!inBase.has(name)) addAll(merged, path);
      else if (!inLayers.has(name)) {
        if (!isSame(`${base}${path}`, `${merged}${path}`)) addAll(merged, path);
      } else {
        changed.add(path);
        if (!entry.isDirectory()) for (const below of pathsBelow(base, path)) changed.add(below);
        else lookInto(path);
      }
    }
  };
  lookInto('');
  return changed;
}

function namesIn(roots: readonly string[], folder: string): Set<string> {
  return new Set(roots.flatMap((root) => entriesIn(`${root}${folder}`).map(({ name }) => name)));
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  return (
    a !== undefined && b !== undefined && a.mode === b.mode && a.size === b.size && a.mtimeMs === b.mtimeMs
  );
}
