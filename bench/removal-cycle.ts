import path from 'node:path';
import { type HostDriver, residueBetween } from '@uat/hosts';

/** What a cycle of install, remove and purge took, and what it left, took away or changed. */
export interface Cycle {
  seconds: number;
  /** Paths of files. */
  files: Set<string>;
  /** What else there is to say, as sentences. */
  others: string[];
}

/** The cycle on a clean host, booted where it has an init; the making and removal of the host included. */
export async function removalCycle(
  driver: HostDriver,
  file: string,
  env: Record<string, string>,
): Promise<Cycle> {
  const started = performance.now();
  const name = path.basename(file).split('_')[0] ?? '';
  const steps = [
    ['dpkg', '--install', `/srv/package/${path.basename(file)}`],
    ['dpkg', '--remove', name],
    ['dpkg', '--purge', name],
  ];
  const others: string[] = [];
  const report = await (async () => {
    await using host = await driver.create({ shared: { '/srv/package': path.dirname(file) } });
    if (host.capabilities.has('init')) await host.boot();
    const [before, files] = [await host.facts(), await host.snapshot()];
    for (const step of steps) {
      const { code } = await host.run(step, { env });
      if (code !== 0) others.push(`'${step.join(' ')}' ended with ${code}`);
    }
    return residueBetween({ before, after: await host.facts(), changes: await host.changesSince(files) });
  })();
  const isFile = ({ kind }: { kind: string }) => kind === 'file';
  return {
    seconds: (performance.now() - started) / 1000,
    files: new Set(report.residue.filter(isFile).map(({ what }) => what)),
    others: [...others, ...report.residue.filter((one) => !isFile(one)).map(({ sentence }) => sentence)],
  };
}
