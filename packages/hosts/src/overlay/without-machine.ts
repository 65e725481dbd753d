// What would reach the machine itself from a host: its clock, its kernel, its devices.
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

/** For `setpriv --bounding-set`: everything that runs on a host runs without these. */
export const withoutMachine = dropped.map((name) => `-${name}`).join(',');
