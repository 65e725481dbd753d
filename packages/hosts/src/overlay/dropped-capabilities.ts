// Capabilities that would reach the machine itself from a host: its clock, its kernel, its devices.
const dropped = [
  'sys_time',
  'sys_module',
  'sys_rawio',
  'sys_pacct',
  'syslog',
  'mac_admin',
  'mac_override',
  'wake_alarm',
  'block_suspend',
  'mknod',
];

/** Argument of `setpriv --bounding-set` that drops these capabilities from everything that runs on a host. */
export const droppedCapabilities = dropped.map((name) => `-${name}`).join(',');
