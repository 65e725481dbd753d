import { afterFiles, beforeFiles } from '../lifecycle/phases.ts';
import { calls, shellScript } from '../lifecycle/shell-script.ts';
import type { PackagePlan } from '../plan/package-plan.ts';

/**
 * The scriptlets of an RPM. Their argument is the number of installed versions afterwards; 0 means a removal. RPM has
 * no
 * purge: `…_PURGE=yes` in the environment of a removal stands for it.
 */
export function rpmScripts(plan: PackagePlan): Record<'pre' | 'post' | 'preun' | 'postun', string> {
  const script = (needs: Parameters<typeof shellScript>[1]['needs'], main: string) =>
    shellScript(plan, { kind: 'rpm', needs, main });
  return {
    pre: script(beforeFiles, calls(beforeFiles)),
    post: script(afterFiles, calls(afterFiles)),
    preun: script(['stopService'], 'if [ "$1" -eq 0 ]; then stop_service; fi'),
    postun: script(
      ['forgetService', 'purgeData'],
      `[ "$1" -eq 0 ] || exit 0\nforget_service\nif [ "\${${plan.lifecycle.facts.variables}_PURGE:-}" = yes ]; then purge_data; fi`,
    ),
  };
}
