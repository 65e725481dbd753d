import { readFile, stat } from 'node:fs/promises';
import { infrastructureError } from '@uat/core';
import type { Run } from '../command/run-command.ts';
import type { Host } from '../host.ts';

/**
 * Reads and writes files of a host through commands on it, so that links resolve on the host and never on this machine.
 */
export function filesByCommand(run: Run): Pick<Host, 'put' | 'write' | 'read'> {
  const write = async (path: string, content: string | Buffer, mode = 0o644) => {
    const script = 'mkdir -p "$(dirname "$1")" && cat >"$1" && chmod "$2" "$1"';
    const { code, stderr } = await run(['sh', '-c', script, 'sh', path, mode.toString(8)], {
      stdin: content,
    });
    if (code !== 0) throw infrastructureError(`${path} could not be written on the host: ${stderr.trim()}`);
  };
  return {
    write,
    async put(source, destination) {
      const { mode } = await stat(source);
      await write(destination, await readFile(source), mode & 0o7777);
    },
    async read(path) {
      const { code, stdout, stderr } = await run(['cat', '--', path]);
      if (code !== 0) throw infrastructureError(`${path} could not be read on the host: ${stderr.trim()}`);
      return stdout;
    },
  };
}
