import type { PackagePlan } from '../plan/package-plan.ts';
import type { PayloadEntry } from './payload.ts';
import { rpmScripts } from './rpm-scripts.ts';

/** RPM's name of an architecture. */
export const rpmArchitectures: Record<PackagePlan['architecture'], string> = {
  all: 'noarch',
  amd64: 'x86_64',
  arm64: 'aarch64',
};

// The payload is final: nothing is stripped, compiled or scanned for requirements.
const asItIs = [
  '%define debug_package %{nil}',
  '%define __os_install_post %{nil}',
  '%define __python /bin/true',
  '%define _build_id_links none',
  '%define _buildhost localhost',
  '%define use_source_date_epoch_as_buildtime 1',
  '%define clamp_mtime_to_source_date_epoch 1',
];

/** The spec file from which `rpmbuild` builds an RPM of this payload. */
export function rpmSpec(
  plan: PackagePlan,
  payload: readonly PayloadEntry[],
  compression: 'gzdio' | 'zstdio',
): string {
  const scripts = Object.entries(rpmScripts(plan)).flatMap(([name, text]) => [`%${name}`, literal(text)]);
  return [
    ...asItIs,
    `%define _binary_payload w1.${compression}`,
    `Name: ${plan.name}`,
    `Version: ${plan.version}`,
    'Release: 1',
    `Summary: ${literal(plan.summary)}`,
    `License: ${literal(plan.licence)}`,
    `URL: ${plan.homepage}`,
    `Packager: ${literal(plan.maintainer)}`,
    `BuildArch: ${rpmArchitectures[plan.architecture]}`,
    'AutoReqProv: no',
    ...plan.depends.map((one) => `Requires: ${requirement(one)}`),
    '',
    '%description',
    literal(plan.description),
    '',
    ...scripts,
    '%files',
    ...payload
      .filter(({ implied }) => !implied)
      .map((entry) => fileLine(entry, plan.conffiles.includes(entry.path))),
    '',
  ].join('\n');
}

function fileLine({ path, type, mode }: PayloadEntry, isConfig: boolean): string {
  const name = `"${literal(path)}"`;
  if (type === 'link') return name;
  const directive = type === 'directory' ? '%dir ' : isConfig ? '%config(noreplace) ' : '';
  return `${directive}%attr(${mode.toString(8)}, root, root) ${name}`;
}

function literal(text: string): string {
  return text.replaceAll('%', '%%');
}

/** Package names that differ between Debian and rpm. */
const namesInRpm: Record<string, string> = { libc6: 'glibc', 'libstdc++6': 'libstdc++' };

/** A requirement in rpm's notation: `python3 (>= 3.9)` becomes `python3 >= 3.9`. */
function requirement(written: string): string {
  const [, name = written, version] = /^(\S+)(?: \((.+)\))?$/.exec(written) ?? [];
  return [namesInRpm[name] ?? name, version].filter(Boolean).join(' ');
}
