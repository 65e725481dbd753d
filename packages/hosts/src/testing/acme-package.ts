import type { Host } from '../host.ts';

// A service that counts its requests, and leaves a file and its user behind when it is purged.
const build = String.raw`set -e
cd "$(mktemp -d)"
mkdir -p p/DEBIAN p/opt/acme p/lib/systemd/system p/etc
cat >p/DEBIAN/control <<'EOF'
Package: acme
Version: 1.0
Architecture: all
Maintainer: Acme <acme@example.com>
Depends: python3, adduser
Description: counts
EOF
cat >p/opt/acme/serve.py <<'EOF'
import http.server, time
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        for number in range(3):
            self.wfile.write(b"%d\n" % number)
            self.wfile.flush()
            time.sleep(0.05)
http.server.ThreadingHTTPServer(("127.0.0.1", 7171), Handler).serve_forever()
EOF
cat >p/lib/systemd/system/acme.service <<'EOF'
[Service]
User=acme
ExecStart=/usr/bin/python3 /opt/acme/serve.py
[Install]
WantedBy=multi-user.target
EOF
cat >p/DEBIAN/postinst <<'EOF'
#!/bin/sh
set -e
adduser --system --group --home /var/lib/acme --no-create-home acme
touch /usr/local/acme-stray
if [ -d /run/systemd/system ]; then systemctl daemon-reload; systemctl enable --now acme; fi
EOF
cat >p/DEBIAN/prerm <<'EOF'
#!/bin/sh
if [ -d /run/systemd/system ]; then systemctl disable --now acme; fi
EOF
cat >p/DEBIAN/postrm <<'EOF'
#!/bin/sh
if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
EOF
chmod 755 p/DEBIAN/p*
dpkg-deb --root-owner-group -Zgzip --build p /root/acme.deb >/dev/null
cd / && rm -r "$OLDPWD"
`;

/** Builds the package on a host, as `/root/acme.deb`. */
export async function putAcmePackage(host: Host): Promise<void> {
  const { code, stderr } = await host.run(['sh', '-c', build]);
  if (code !== 0) throw new Error(stderr);
}

/** The residue that its removal leaves, as sentences. */
export const acmeResidue = [
  'group acme was left (102)',
  'user acme was left (101:102 /var/lib/acme /usr/sbin/nologin)',
  '/usr/local/acme-stray was left (file 644 root:root, 0 bytes)',
];
