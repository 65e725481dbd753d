import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { temporaryFolder } from './temporary-folder.ts';

/** A certificate for 127.0.0.1 and the private authority that signed it, as paths of PEM files. */
export interface Certificate {
  key: string;
  cert: string;
  /** The certificate of the authority. */
  ca: string;
}

const signing = `
[ca]
default_ca = ours
[ours]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = anything
[anything]
commonName = supplied
`;

/** Makes a certificate of a new authority, valid from the start of one year to the start of another. */
export async function certificate({ from, until }: { from: number; until: number }): Promise<Certificate> {
  const folder = temporaryFolder();
  const file = (name: string, text?: string) => {
    if (text !== undefined) writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const openssl = (words: string) => execa('openssl', words.split(/\s+/), { cwd: folder, stdin: 'ignore' });
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes';
  file('index.txt', '');
  file('ca.cnf', signing);
  file('names.cnf', 'subjectAltName = IP:127.0.0.1\n');
  await openssl(`req -x509 ${newKey} -keyout ca.key -out ca.pem -subj /CN=authority`);
  await openssl(`req ${newKey} -keyout server.key -out server.csr -subj /CN=server`);
  await openssl(
    `ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key -in server.csr -out server.pem
     -extfile names.cnf -startdate ${from}0101000000Z -enddate ${until}0101000000Z`,
  );
  return { key: file('server.key'), cert: file('server.pem'), ca: file('ca.pem') };
}
