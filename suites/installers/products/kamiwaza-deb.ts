import { defineProduct } from '@uat/config';

/** Kamiwaza's package for Ubuntu, from docs.kamiwaza.ai (0.9.3 to 0.13). */
export default defineProduct({
  title: 'Kamiwaza for Ubuntu',
  artifacts: [/^kamiwaza_v\d.*_(noble|jammy)_.*\.deb$/],
  neverRun: 'written from the documents; nothing has been installed with it yet',
  services: ['kamiwaza.service'],
  ports: [3000, 7777],
  health: { port: 7777, path: '/api/ping' },
  folders: {
    code: ['/opt/kamiwaza', '/usr/share/kamiwaza'],
    config: ['/etc/kamiwaza'],
    data: ['/var/lib/kamiwaza'],
  },
  licence: { variable: 'KAMIWAZA_ACCEPT_LICENSE', accepted: 'yes' },
  settings: { file: '/etc/kamiwaza/env.sh', line: '# edited by the administrator' },
  commands: { version: ['kamiwaza', 'version'], doctor: ['kamiwaza', 'doctor'] },
  residue: [
    {
      pattern: '/var/log/kamiwaza{,/**}',
      after: 'remove',
      reason: 'the documents keep logs until they are deleted by hand',
    },
  ],
});
