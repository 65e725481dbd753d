import { $ } from 'zx';
import type { Cycle } from './removal-cycle.ts';

/**
 * The same cycle by piuparts, in the way that is its quickest: a root that is there already, and hard links to it. It
 * asks the mirror for news first, and starts no service.
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
    throw new Error(`piuparts did not judge ${file}: ${stdout.slice(-500)}`);

  // The last two lines only say that there was one before them.
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
