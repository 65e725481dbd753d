import { infrastructureError } from '@uat/core';
import { baseRoot, type BaseRootOptions } from '../base/base-root.ts';
import type { HostDriver } from '../host-driver.ts';
import { OverlayHost } from './overlay-host.ts';
import { probeOverlay } from './probe-overlay.ts';

/** Hosts with systemd as their init, in namespaces and a cgroup of their own. */
export function overlayDriver(options: BaseRootOptions = {}): HostDriver {
  return driver('overlay', options);
}

/** The same hosts without an init: services cannot be judged on them. */
export function chrootDriver(options: BaseRootOptions = {}): HostDriver {
  return driver('chroot', options);
}

function driver(name: 'overlay' | 'chroot', options: BaseRootOptions): HostDriver {
  const probe = () => probeOverlay({ init: name === 'overlay' });
  let probed: ReturnType<typeof probe> | undefined;
  return {
    name,
    probe,
    async create(asked = {}) {
      probed ??= probe();
      const { capabilities, missing } = await probed;
      const unable = missing.find(({ capability }) => capability === 'root-user');
      if (unable !== undefined) throw infrastructureError(`No clean host can be created: ${unable.reason}.`);

      const base = await baseRoot(options);
      return OverlayHost.start({ ...asked, driver: name, capabilities, base });
    },
  };
}
