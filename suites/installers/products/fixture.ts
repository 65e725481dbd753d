import { defineProduct } from '@uat/config';

/** The tiny package of this repository that keeps every promise, and carries a fault when asked to. */
export default defineProduct({
  title: 'ACME agent, the fixture package',
  artifacts: [/^acme-agent[_-]\d.*\.(deb|rpm|tar\.gz)$/],
  services: ['acme-agent.service'],
  user: 'acme-agent',
  ports: [7171],
  health: { port: 7171, path: '/health' },
  folders: {
    code: ['/opt/acme-agent'],
    config: ['/etc/acme-agent'],
    data: ['/var/lib/acme-agent'],
  },
  licence: { variable: 'ACME_AGENT_ACCEPT_LICENSE', accepted: 'yes' },
  secret: 'ACME_AGENT_ADMIN_PASSWORD',
  settings: { file: '/etc/acme-agent/agent.conf', line: '# edited by the administrator' },
  data: {
    write: ['acme-agent', 'add', 'kept'],
    read: ['acme-agent', 'list'],
    spoil: ['sh', '-c', String.raw`printf 'a\ttab\n' >>/var/lib/acme-agent/data/records`],
  },
  commands: { version: ['acme-agent', 'version'], doctor: ['acme-agent', 'doctor'] },
  refuses: ['downgrade', 'skipped version', 'small disk', 'busy port'],
});
