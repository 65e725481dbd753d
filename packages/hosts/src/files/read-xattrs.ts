import { execa } from 'execa';
import { parseXattrs } from './parse-xattrs.ts';

/**
 * Extended attributes (file capabilities, access lists) by path, of those files that have any, as `name=base64`. Node
 * reads none, so `getfattr` does; `inside` is the command that brings it to where the paths are.
 */
export async function readXattrs(
  inside: readonly string[],
  paths: Iterable<string>,
): Promise<Map<string, string[]>> {
  const names = [...paths];
  if (names.length === 0) return new Map();
  const [command = 'env', ...args] = inside;
  // Files that went in the meantime make getfattr complain: what it read counts.
  const { stdout } = await execa(
    command,
    [...args, ...'xargs -0 -r getfattr --no-dereference --absolute-names -m - -e base64 --'.split(' ')],
    { input: names.join('\0'), reject: false, stderr: 'ignore', maxBuffer: 100_000_000 },
  );
  return parseXattrs(stdout);
}
