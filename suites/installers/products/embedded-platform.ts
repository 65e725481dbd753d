import { defineProduct } from '@uat/config';

const api = 'http://127.0.0.1:8080/api';
// Signs in as the administrator, whose password lies where only root and the service can read it.
const signIn = [
  'set -e',
  `token=$(curl -fsS --data-urlencode grant_type=password --data-urlencode username=admin --data-urlencode "password=$(cat /etc/kamiwaza/admin-password)" ${api}/auth/token | python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])')`,
].join('\n');
const asAdmin = `curl -fsS -H "authorization: Bearer $token"`;
const names = `python3 -c 'import json, sys; print(sorted(one["name"] for one in json.load(sys.stdin)))'`;

/** The platform of this repository, packed as a product. */
export default defineProduct({
  title: 'Kamiwaza, the embedded platform as a product',
  artifacts: [
    /^kamiwaza_\d+\.\d+\.\d+_(amd64|arm64)\.deb$/,
    /^kamiwaza-\d+\.\d+\.\d+-1\.(x86_64|aarch64)\.rpm$/,
    /^kamiwaza-\d+\.\d+\.\d+-linux-(amd64|arm64)\.tar\.gz$/,
  ],
  services: ['kamiwaza.service'],
  user: 'kamiwaza',
  ports: [8080],
  health: { port: 8080, path: '/api/ping' },
  folders: { code: ['/opt/kamiwaza'], config: ['/etc/kamiwaza'], data: ['/var/lib/kamiwaza'] },
  licence: { variable: 'KAMIWAZA_ACCEPT_LICENSE', accepted: 'yes' },
  secret: 'KAMIWAZA_ADMIN_PASSWORD',
  settings: { file: '/etc/kamiwaza/kamiwaza.conf', line: '# edited by the administrator' },
  data: {
    write: [
      'sh',
      '-c',
      `${signIn}\n${asAdmin} -H 'content-type: application/json' -d '{"name":"kept over an upgrade"}' ${api}/models/`,
    ],
    read: ['sh', '-c', `${signIn}\n${asAdmin} ${api}/models/ | ${names}`],
    // Says that a step of the migration has not been taken that was: it cannot be taken twice.
    spoil: [
      'runuser',
      ...['-u', 'kamiwaza', '--', '/opt/kamiwaza/bin/node', '-e'],
      `new (require('node:sqlite').DatabaseSync)('/var/lib/kamiwaza/data/platform.sqlite').exec('PRAGMA user_version = 1')`,
    ],
  },
  commands: { version: ['kamiwaza', 'version'], doctor: ['kamiwaza', 'doctor'] },
  script: {
    install: ['./install.sh'],
    remove: ['./install.sh', '--uninstall'],
    purge: ['./install.sh', '--purge'],
  },
  refuses: ['downgrade', 'skipped version', 'small disk', 'busy port'],
  kamiwaza: {
    port: 8080,
    username: 'admin',
    publicUrl: { file: '/etc/kamiwaza/kamiwaza.conf', variable: 'PUBLIC_URL' },
  },
});
