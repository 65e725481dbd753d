import type { Allowance } from './residue.ts';

const file = (pattern: string, reason: string): Allowance => ({ kind: 'file', pattern, reason });

const compared = 'users and groups are compared by name, as they are read';
const registry = 'its entries are compared individually';
const backup = 'a backup that the system makes before it changes the file';
const userTool = 'a lock of the tools that change users: a power cut leaves it, and the next use replaces it';
const record = 'a record of what the package manager did';
const cut = 'dpkg unpacks here: what a power cut leaves stays until another package is unpacked';
const running = 'the running system writes it';

/**
 * Changes that occur on a Debian host regardless of what is installed and removed, or that are compared in another way.
 */
export const benign: readonly Allowance[] = [
  ...['passwd', 'group', 'shadow', 'gshadow'].map((name): Allowance => ({
    ...file(`/etc/${name}`, compared),
    how: 'changed',
    contentOnly: true,
  })),
  ...['passwd', 'group', 'shadow', 'gshadow', 'subuid', 'subgid'].map((name) =>
    file(`/etc/${name}-`, backup),
  ),
  file('/etc/.pwd.lock', userTool),
  // `passwd.345` of process 345, and then `passwd.lock`: https://github.com/shadow-maint/shadow/blob/master/lib/commonio.c
  file('/etc/{passwd,group,shadow,gshadow,subuid,subgid}.lock', userTool),
  file('/etc/{passwd,group,shadow,gshadow,subuid,subgid}.{0,1,2,3,4,5,6,7,8,9}*', userTool),
  file('/var/lib/dpkg/*-old', backup),
  file('/var/lib/dpkg/{lock,lock-frontend,triggers/Lock,triggers/Unincorp}', record),
  { ...file('/var/lib/dpkg/available', record), how: 'changed' },
  { ...file('/var/lib/dpkg/{status,diversions,statoverride}', registry), how: 'changed', contentOnly: true },
  ...[
    '/var/lib/dpkg/{triggers,alternatives}/*',
    '/var/lib/ucf/{registry,hashfile}',
    '/var/cache/debconf/{config,passwords,templates}.dat',
  ].map((files): Allowance => ({ ...file(files, registry), contentOnly: true })),
  file('/var/lib/dpkg/{cmethopt,firmware}', record),
  file('/var/lib/dpkg/tmp.ci', cut),
  file('/var/lib/dpkg/tmp.ci/**', cut),
  file('/var/log/{dpkg.log,alternatives.log,bootstrap.log}', record),
  file('/var/log/apt', record),
  file('/var/log/apt/{history,term,eipp}.log*', record),
  file('/var/log/{dnf.log,dnf.librepo.log,dnf.rpm.log,hawkey.log}', record),
  file('/var/lib/dnf/**', record),
  file('/var/cache/dnf/**', record),
  file('/var/lib/rpm/**', record),
  file('/var/cache/apt/**', record),
  file('/var/lib/apt/**', 'what apt fetched, and its marks, which are compared package by package'),
  file('/var/cache/debconf/*-old', backup),
  file('/var/lib/ucf/{cache,hashfile.*,registry.*}', backup),
  file('/var/lib/systemd/deb-systemd-helper-enabled', 'dpkg keeps this folder of enabled units'),
  file('/var/lib/systemd/deb-systemd-helper-masked', 'dpkg keeps this folder of masked units'),
  file('/var/lib/systemd/{timers,timesync,coredump,catalog,rfkill,pstore}/**', running),
  file('/var/lib/systemd/{random-seed,timers,catalog}', running),
  file('/var/lib/logrotate/status*', running),
  file('/var/log/journal/**', 'the journal'),
  file('/var/log/{wtmp,btmp,lastlog,faillog,tallylog}', running),
  file('/var/{tmp,cache/private,log/private,lib/private}', running),
  file('/var/tmp/systemd-private-*/**', 'a service’s own folder for temporary files'),
  file('/var/tmp/systemd-private-*', 'a service’s own folder for temporary files'),
  file('/tmp/systemd-private-*/**', 'a service’s own folder for temporary files'),
  file('/tmp/systemd-private-*', 'a service’s own folder for temporary files'),
  file('/var/cache/ldconfig/**', 'the linker’s cache'),
  file('/etc/ld.so.cache', 'the linker’s cache'),
  file('/etc/{machine-id,.updated}', running),
  file('/var/.updated', running),
  file('/var/lib/dbus/machine-id', running),
  { ...file('/run/**.pid', 'a restarted service has another pid'), how: 'changed' },
  file('/root/.ssh', 'systemd creates it at boot'),
  file(
    '/run/{systemd,log,user,dbus,credentials,initctl,sudo,mount,faillock,utmp,adduser,motd.dynamic}/**',
    running,
  ),
  // A udev lock or rule in there belongs to a package.
  file('/run/udev/{control,queue,watch,data,links,tags,static_node-tags}', running),
  file('/run/udev/{watch,data,links,tags,static_node-tags}/**', running),
  file('/run/lock/{subsys,lvm}', running),
  file(
    '/run/{systemd,udev,log,user,dbus,lock,credentials,initctl,sudo,mount,faillock,utmp,adduser,motd.dynamic,machine-id,shm}',
    running,
  ),
];
