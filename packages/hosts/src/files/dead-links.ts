import type { Snapshot } from '../host.ts';
import type { FileChange } from './file-change.ts';

/** What the kernel makes up, and what is there only while something runs: a link into it is taken for a good one. */
const fleeting = /^\/(proc|sys|dev|run)(\/|$)/;

/** As many links as Linux follows before it says that they go round in a circle; see path_resolution(7). */
const mostLinks = 40;

export interface DeadLink {
  path: string;
  /** As it is written in the link. */
  target: string;
}

/** Links that came or changed and lead nowhere; `files` are those after the changes. */
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
