import { BlockList, isIPv6 } from 'node:net';

const blocked = new BlockList();
// Metadata services of clouds, which hand out credentials, and addresses that belong to no host.
blocked.addSubnet('169.254.0.0', 16);
blocked.addSubnet('0.0.0.0', 8);
blocked.addSubnet('fe80::', 10, 'ipv6');
blocked.addAddress('::', 'ipv6');
blocked.addAddress('fd00:ec2::254', 'ipv6');

/** Whether requests to this address are forbidden. */
export function isBlocked(address: string): boolean {
  return blocked.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
