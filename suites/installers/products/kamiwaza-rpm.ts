import { defineProduct } from '@uat/config';

/** Kamiwaza's package for Red Hat Enterprise Linux 9, from docs.kamiwaza.ai. A Debian userland is no proof for it. */
export default defineProduct({
  title: 'Kamiwaza for Red Hat Enterprise Linux 9',
  artifacts: [/^kamiwaza_v\d.*_rhel9_.*\.rpm$/, /^kamiwaza-prod-\d.*\.el9\..*\.rpm$/],
  neverRun:
    'written from the documents; nothing has been installed with it yet, and no host here is a Red Hat',
  services: ['kamiwaza.service'],
  ports: [3000, 7777],
  health: { port: 7777, path: '/api/ping' },
  folders: { code: ['/opt/kamiwaza'], config: ['/etc/kamiwaza'], data: ['/var/lib/kamiwaza'] },
  // The installation is refused without it, too; the documents do not say which values there are.
  flags: { KAMIWAZA_ORIGIN: 'uat' },
  licence: { variable: 'KAMIWAZA_ACCEPT_LICENSE', accepted: 'yes' },
  commands: { version: ['kamiwaza', 'version'], doctor: ['kamiwaza', 'doctor'] },
  residue: [
    {
      pattern: '/var/log/kamiwaza-postinst-debug.log',
      after: 'remove',
      reason: 'the documents send it to support after an installation',
    },
    { pattern: '/{opt,etc}/kamiwaza{,/**}', after: 'remove', reason: 'the documents delete them by hand' },
  ],
});
