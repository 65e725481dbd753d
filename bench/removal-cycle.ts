import path from 'node:path';
import { changesBetween, deadLinks, type HostDriver, residueBetween } from '@uat/hosts';

/** Duration and findings of installation, removal and purge: files left, removed, changed or linked to nothing. */
export interface Cycle {
  seconds: number;
  /** Paths of files. */
  files: Set<string>;
  /** Other findings, as sentences. */
  others: string[];
}

/** Installation, removal and purge on a clean host, booted if it has an init; its creation and removal are included. */
export async function removalCycle(
  driver: HostDriver,
  file: string,
  env: Record<string, string>,
): Promise<Cycle> {
  const started = performance.now();
  const name = path.basename(file).split('_')[0] ?? '';
  const links: string[] = [];
  const others: string[] = [];
  const report = await (async () => {
    await using host = await driver.create({ shared: { '/srv/package': path.dirname(file) } });
    if (host.capabilities.has('init')) await host.boot();
    const [before, files] = [await host.facts(), await host.snapshot()];
    const dpkg = async (...args: string[]) => {
      const { code } = await host.run(['dpkg', ...args], { env });
      if (code !== 0) others.push(`'dpkg ${args.join(' ')}' ended with ${code}`);
    };
    await dpkg('--install', `/srv/package/${path.basename(file)}`);
    const installed = await host.snapshot();
    links.push(...deadLinks(changesBetween(files, installed), installed).map((link) => link.path));
    await dpkg('--remove', name);
    await dpkg('--purge', name);
    return residueBetween({ before, after: await host.facts(), changes: await host.changesSince(files) });
  })();
  const isFile = ({ kind }: { kind: string }) => kind === 'file';
  return {
    seconds: (performance.now() - started) / 1000,
    files: new Set([...links, ...report.residue.filter(isFile).map(({ what }) => what)]),
    others: [...others, ...report.residue.filter((one) => !isFile(one)).map(({ sentence }) => sentence)],
  };
}
