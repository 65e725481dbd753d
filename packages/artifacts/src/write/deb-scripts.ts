import { afterFiles, beforeFiles } from '../lifecycle/phases.ts';
import { calls, shellScript } from '../lifecycle/shell-script.ts';
import type { PackagePlan } from '../plan/package-plan.ts';

/** The maintainer scripts of a Debian package, by the arguments that Debian Policy 6.5 passes to them. */
export function debScripts(plan: PackagePlan): Record<'preinst' | 'postinst' | 'prerm' | 'postrm', string> {
  const script = (needs: Parameters<typeof shellScript>[1]['needs'], main: string) =>
    shellScript(plan, { kind: 'deb', needs, main });
  return {
    preinst: script(beforeFiles, branches({ 'install | upgrade': calls(beforeFiles, '    ') })),
    postinst: script(
      [...afterFiles, 'afterAbort'],
      branches({
        configure: calls(afterFiles, '    '),
        'abort-upgrade | abort-remove | abort-deconfigure': calls(['afterAbort'], '    '),
      }),
    ),
    prerm: script(
      ['stopService', 'beforeUpgrade'],
      branches({
        'remove | deconfigure': calls(['stopService'], '    '),
        upgrade: calls(['beforeUpgrade'], '    '),
      }),
    ),
    postrm: script(
      ['forgetService', 'purgeData'],
      branches({
        remove: calls(['forgetService'], '    '),
        purge: calls(['purgeData'], '    '),
      }),
    ),
  };
}

function branches(cases: Record<string, string>): string {
  return [
    'case "$1" in',
    ...Object.entries(cases).map(([pattern, body]) => `  ${pattern})\n${body}\n    ;;`),
    'esac',
  ].join('\n');
}
