import type { BaseRootOptions } from './base/base-root.ts';
import type { HostDriver } from './host-driver.ts';
import { chrootDriver, overlayDriver } from './overlay/overlay-driver.ts';
import { staticDriver } from './static-driver.ts';

/** The most capable driver on this machine. The static driver reports why no other one is available. */
export async function defaultDriver(options: BaseRootOptions = {}): Promise<HostDriver> {
  const overlay = overlayDriver(options);
  const { capabilities, missing } = await overlay.probe();
  if (capabilities.has('init')) return overlay;
  return capabilities.has('root-user') ? chrootDriver(options) : staticDriver(missing[0]?.reason);
}
