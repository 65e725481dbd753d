import { stepText } from '../lifecycle/lifecycle.ts';
import { afterFiles, beforeFiles } from '../lifecycle/phases.ts';
import { shellQuoted } from '@uat/core';
import { calls, shellScript } from '../lifecycle/shell-script.ts';
import type { PackagePlan } from '../plan/package-plan.ts';
import type { PayloadEntry } from './payload.ts';

/**
 * The `install.sh` of a tar archive: installs, upgrades and rolls back, and removes with `--uninstall` or `--purge`.
 */
export function installScript(plan: PackagePlan, payload: readonly PayloadEntry[]): string {
  const { code } = plan.lifecycle.facts;
  const outside = payload.filter(
    ({ path, implied }) => !implied && path !== code && !path.startsWith(`${code}/`),
  );
  const files = outside.filter(({ type, path }) => type !== 'directory' && !plan.conffiles.includes(path));
  const folders = outside.filter(({ type }) => type === 'directory').toReversed();
  return shellScript(plan, {
    kind: 'archive',
    needs: [...beforeFiles, ...afterFiles, 'stopService', 'forgetService', 'purgeData', 'afterAbort'],
    main: [
      `ARCHITECTURE=${shellQuoted(plan.architecture)}`,
      `OUTSIDE=${lines(files.map(({ path }) => path))}`,
      `FOLDERS=${lines(folders.map(({ path }) => path))}`,
      `CONFFILES=${lines(plan.conffiles)}`,
      `before_files() {\n${calls(beforeFiles, '  ')}\n}`,
      `after_files() {\n${calls(afterFiles, '  ')}\n}`,
      stepText('install-archive'),
    ].join('\n'),
  });
}

function lines(paths: readonly string[]): string {
  return shellQuoted(paths.join('\n'));
}
