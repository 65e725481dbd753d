import type { PackagePlan } from '../plan/package-plan.ts';
import type { PayloadEntry } from './payload.ts';

/** The `control` file of a Debian package (deb-control(5)). */
export function controlFile(plan: PackagePlan, payload: readonly PayloadEntry[]): string {
  const fields = {
    Package: plan.name,
    Version: plan.version,
    Architecture: plan.architecture,
    Maintainer: plan.maintainer,
    // In kibibytes; a folder or link counts as one.
    'Installed-Size': String(payload.reduce((sum, { size }) => sum + Math.max(1, Math.ceil(size / 1024)), 0)),
    Depends: plan.depends.join(', '),
    Section: 'misc',
    Priority: 'optional',
    Homepage: plan.homepage,
    Description: [plan.summary, ...plan.description.split('\n').map((line) => line || '.')].join('\n '),
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
