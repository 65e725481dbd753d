import { BlockList, isIPv6 } from 'node:net';

const blocked = new BlockList();
// Where clouds tell a machine its own credentials, and addresses that are nobody's.
blocked.addSubnet('169.254.0.0', 16);
blocked.addSubnet('0.0.0.0', 8);
blocked.addSubnet('fe80::', 10, 'ipv6');
blocked.addAddress('::', 'ipv6');
blocked.addAddress('fd00:ec2::254', 'ipv6');

/** Whether no endpoint may lie at this address. */
export function isBlocked(address: string): boolean {
  return blocked.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
