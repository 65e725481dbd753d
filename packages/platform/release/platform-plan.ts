import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type PackagePlan, shellQuoted, usualSteps } from '@uat/artifacts';

import type { ReleaseContent } from './release-content.ts';

const code = '/opt/kamiwaza';

/** The package plan of the platform: programs, service, installation, upgrade and removal. */
export function platformPlan(
  { version, follows }: { version: string; follows: string },
  { programs, rehearsal, notice }: ReleaseContent,
): PackagePlan {
  return {
    name: 'kamiwaza',
    version,
    architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    summary: 'Kamiwaza-compatible platform: models, people and rights on one machine',
    description:
      'Gateway, sign-in, model hub and model engine with the API and the console of Kamiwaza, for tests on one\nmachine. It brings its own Node runtime and models, and needs no network.',
    maintainer: 'Kamiwaza UAT <uat@kamiwaza.example>',
    homepage: 'https://docs.kamiwaza.ai',
    licence: 'LicenseRef-Kamiwaza-UAT',
    depends: ['libc6', 'libstdc++6'],
    conffiles: ['/etc/kamiwaza/kamiwaza.conf'],
    entries: [
      { kind: 'directory', path: code, mode: 0o755 },
      ...programs,
      { kind: 'file', path: `${code}/bin/kamiwaza`, mode: 0o755, content: text('kamiwaza.sh') },
      { kind: 'link', path: '/usr/bin/kamiwaza', target: `${code}/bin/kamiwaza` },
      {
        kind: 'file',
        path: '/usr/lib/systemd/system/kamiwaza.service',
        mode: 0o644,
        content: text('kamiwaza.service'),
      },
      { kind: 'directory', path: '/etc/kamiwaza', mode: 0o755 },
      { kind: 'file', path: '/etc/kamiwaza/kamiwaza.conf', mode: 0o644, content: text('kamiwaza.conf') },
      { kind: 'directory', path: '/usr/share/doc/kamiwaza', mode: 0o755 },
      { kind: 'file', path: '/usr/share/doc/kamiwaza/copyright', mode: 0o644, content: notice },
    ],
    lifecycle: {
      facts: {
        service: 'kamiwaza.service',
        account: 'kamiwaza',
        port: 8080,
        code,
        config: '/etc/kamiwaza',
        settings: '/etc/kamiwaza/kamiwaza.conf',
        secret: '/etc/kamiwaza/admin-password',
        state: '/var/lib/kamiwaza',
        data: '/var/lib/kamiwaza/data',
        variables: 'KAMIWAZA',
        follows,
        diskMegabytes: 400,
        memoryMegabytes: 256,
      },
      steps: usualSteps({
        rehearseMigration: rehearsalStep(rehearsal),
        // The platform migrates its store at start, each step atomically.
        migrateData: '',
      }),
    },
  };
}

// With the Node of the installed version, as the user of the service, on a copy.
function rehearsalStep(program: string): string {
  return `if [ ! -x "$CODE/bin/node" ] || [ ! -d "$DATA" ]; then return 0; fi
runuser -u "$ACCOUNT" -- "$CODE/bin/node" --input-type=module -e ${shellQuoted(program.trim())} "$DATA" || refuse "The data cannot be migrated to $VERSION; the reason stands above. Nothing was changed, and the version that is here still runs."`;
}

function text(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'files', name), 'utf8');
}
