import path from 'node:path';
import type { Artifact } from '@uat/artifacts';
import { type ProductProfile, productProfileSchema } from '@uat/config';

/** Settings folders that belong to the system, not to one product. */
const shared = new Set([
  ...['default', 'init.d', 'logrotate.d', 'cron.d', 'cron.daily', 'cron.weekly', 'pam.d', 'apparmor.d'],
  ...['sysctl.d', 'ufw', 'systemd', 'profile.d', 'bash_completion.d', 'rsyslog.d', 'sudoers.d', 'dbus-1'],
]);

/** Files in which a line that begins with # is a comment. */
const takesComments = /^\/etc\/(default\/.+|[^/]+\/.+\.(conf|cnf|cfg))$/;

/** The profile that follows from a package alone; everything else is left out, and not judged. */
export function derivedProfile(artifact: Artifact): ProductProfile {
  const { name, files, conffiles } = artifact;
  const units = files
    .map((file) => file.path)
    .filter((file) => /^(\/usr)?\/lib\/systemd\/system\/[^/]+\.service$/.test(file))
    .map((file) => path.basename(file))
    .filter((unit) => !unit.endsWith('@.service'));
  const folders = conffiles
    .map((file) => file.split('/').slice(0, 3).join('/'))
    .filter((folder, index, all) => all.indexOf(folder) === index)
    .filter((folder) => !conffiles.includes(folder) && !shared.has(path.basename(folder)));
  const editable = conffiles.find((file) => takesComments.test(file));
  return productProfileSchema.parse({
    title: `${name}, as its package says`,
    artifacts: [new RegExp(`^${RegExp.escape(name)}_`)],
    services: [...new Set(units)],
    folders: { config: folders },
    residue: keptUntilPurge(units),
    ...(editable === undefined
      ? {}
      : { settings: { file: editable, line: '# a line of the administrator' } }),
  });
}

/** Residue that Debian keeps when a package is removed, so that a new installation finds it again. */
function keptUntilPurge(units: readonly string[]) {
  const enabled = 'Debian remembers until a purge whether a service is enabled';
  const kept = [
    { pattern: '/etc/**', reason: 'settings stay until a purge (Debian policy 10.7.3)' },
    { kind: 'cron' as const, pattern: '/etc/**', reason: 'what starts jobs is a setting, too' },
    { pattern: '/var/log/**', reason: 'logs stay until a purge (Debian policy 10.8)' },
    ...units.map((unit) => ({ kind: 'service' as const, pattern: unit, reason: enabled })),
  ];
  return kept.map((one) => ({ ...one, after: 'remove' as const }));
}
