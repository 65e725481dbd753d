import { defineProduct } from '@uat/config';

/** Kamiwaza's archive for Ubuntu with an install.sh, from docs.kamiwaza.ai (community edition). */
export default defineProduct({
  title: 'Kamiwaza community edition, install.sh',
  artifacts: [/^kamiwaza-community-\d.*\.tar\.gz$/],
  neverRun: 'written from the documents; nothing has been installed with it yet',
  ports: [3000, 7777],
  health: { port: 7777, path: '/api/ping' },
  folders: { code: ['/opt/kamiwaza'], config: ['/etc/kamiwaza'], data: ['/var/lib/kamiwaza'] },
  flags: { KAMIWAZA_INSTALL_UNATTENDED: 'yes' },
  licence: { variable: 'USER_ACCEPTED_KAMIWAZA_LICENSE', accepted: 'yes' },
  script: {
    install: ['bash', 'install.sh', '--community'],
    remove: ['bash', 'uninstall.sh'],
    purge: ['bash', 'uninstall.sh'],
  },
});
