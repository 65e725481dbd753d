import { $ } from 'zx';
import type { Cycle } from './removal-cycle.ts';

/**
 * Installation, removal and purge by piuparts at its fastest: on an existing root, with hard links to it. piuparts first
 * updates its package lists from the mirror, and starts no service.
 */
export async function piupartsCycle(
  root: string,
  folder: string,
  file: string,
  env: Record<string, string>,
): Promise<Cycle> {
  const how = ['--hard-link', '--skip-minimize', '--no-eatmydata', '-d', 'bookworm', '-t', folder];
  const started = performance.now();
  const { exitCode, stdout } = await $({
    env: { ...process.env, ...env },
    nothrow: true,
    quiet: true,
  })`piuparts -e ${root} ${how} ${file}`;
  const seconds = (performance.now() - started) / 1000;
  if (!/INFO: piuparts run ends|FAIL:/.test(stdout))
    throw new Error(`piuparts gave no verdict on ${file}: ${stdout.slice(-500)}`);

  // The last two errors only repeat that there was an error.
  const isSummary = (entry: string) => /(test|run ends)\.$/.test(entry.trim());
  const failures = stdout
    .split(/^\d+m[\d.]+s /m)
    .filter((entry) => entry.startsWith('ERROR: ') && !isSummary(entry));
  const isOnFiles = (entry: string) =>
    /left files on system|have disappeared|have been modified|Broken symlinks/.test(entry);
  return {
    seconds,
    // `  /path\t owned by: package`, ` not owned` or `  /path -> target`; a folder ends with a slash.
    files: new Set(
      failures
        .filter(isOnFiles)
        .flatMap((entry) =>
          [...entry.matchAll(/^ {2}(\/.*?)\/?(?:(?:\t| -> ).*)?$/gm)].map(([, path = '']) => path),
        ),
    ),
    others: [
      ...failures.filter((entry) => !isOnFiles(entry)).map((entry) => entry.trim().split('\n')[0] ?? ''),
      ...(exitCode !== 0 && failures.length === 0 ? [`ended with ${exitCode}`] : []),
    ],
  };
}
