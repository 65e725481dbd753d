import { expect, test } from 'vitest';
import { parseXattrs } from './parse-xattrs.ts';

test('attributes by path, without those of the overlay', () => {
  const printed = [
    '# file: /usr/bin/ping\nsecurity.capability=0sAQAAAgAgAAA=\nsystem.posix_acl_access=0sAgAA',
    '# file: /opt/a\\040b\ntrusted.overlay.origin=0sAAA=\nuser.note=0saGk=',
    '# file: /opt/c\ntrusted.overlay.opaque=0seQ==\n\n',
  ].join('\n\n');

  expect([...parseXattrs(printed)]).toEqual([
    ['/usr/bin/ping', ['security.capability=0sAQAAAgAgAAA=', 'system.posix_acl_access=0sAgAA']],
    ['/opt/a b', ['user.note=0saGk=']],
  ]);
});
