import path from 'node:path';
import { cgroupRoot } from '../overlay/cgroups.ts';
import { hostsFolder } from '../overlay/hosts-folder.ts';
import { overlayDriver } from '../overlay/overlay-driver.ts';

// Boots a host, prints where it is, and waits to be killed.
const host = await overlayDriver().create();
await host.boot();
const places = [path.join(hostsFolder(), host.name), path.join(cgroupRoot() ?? '', host.name)];
process.stdout.write(`${[host.name, ...places].join(' ')}\n`);
setInterval(() => undefined, 1000);
