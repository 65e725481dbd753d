import { execa } from 'execa';
import { parseXattrs } from './parse-xattrs.ts';

/**
 * Reads extended attributes (file capabilities, access control lists) by path, as `name=base64`, for files that have
 * any.
 * Node cannot, so `getfattr` does; `inside` is the command prefix that runs it where the paths are.
 */
export async function readXattrs(
  inside: readonly string[],
  paths: Iterable<string>,
): Promise<Map<string, string[]>> {
  const names = [...paths];
  if (names.length === 0) return new Map();
  const [command = 'env', ...args] = inside;
  // getfattr complains about files that disappeared in the meantime; what it read still counts.
  const { stdout } = await execa(
    command,
    [...args, ...'xargs -0 -r getfattr --no-dereference --absolute-names -m - -e base64 --'.split(' ')],
    { input: names.join('\0'), reject: false, stderr: 'ignore', maxBuffer: 100_000_000 },
  );
  return parseXattrs(stdout);
}
