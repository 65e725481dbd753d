import type { Snapshot } from '../host.ts';
import type { FileChange } from './file-change.ts';

/** Virtual and runtime file systems: a link into one of them is taken to be valid. */
const fleeting = /^\/(proc|sys|dev|run)(\/|$)/;

/** The number of links that Linux follows before it reports a loop; see path_resolution(7). */
const mostLinks = 40;

export interface DeadLink {
  path: string;
  /** The target as written in the link. */
  target: string;
}

/** Added or changed links whose target does not exist; `files` is the snapshot after the changes. */
export function deadLinks(changes: readonly FileChange[], files: Pick<Snapshot, 'at'>): DeadLink[] {
  return changes.flatMap((change) =>
    change.kind !== 'removed' && change.after.type === 'link' && !leadsSomewhere(change.path, files)
      ? [{ path: change.path, target: change.after.target ?? '' }]
      : [],
  );
}

function leadsSomewhere(path: string, files: Pick<Snapshot, 'at'>): boolean {
  const ahead = path.split('/');
  let here = '';
  let links = 0;
  while (ahead.length > 0) {
    const name = ahead.shift() ?? '';
    if (name === '' || name === '.') continue;
    if (name === '..') {
      here = here.slice(0, Math.max(0, here.lastIndexOf('/')));
      continue;
    }
    const next = `${here}/${name}`;
    if (fleeting.test(next)) return true;
    const entry = files.at(next);
    if (entry === undefined) return false;
    if (entry.type !== 'link') {
      here = next;
      continue;
    }
    links += 1;
    if (links > mostLinks) return false;
    const target = entry.target ?? '';
    if (target.startsWith('/')) here = '';
    ahead.unshift(...target.split('/'));
  }
  return true;
}
