import type { HostDriverName } from '@uat/config';
import { defaultDriver } from '@uat/hosts';

/** Whether machines are made on this one: not where a given one is used, and not where none can be made. */
export async function makesMachines(asked: HostDriverName | undefined): Promise<boolean> {
  const name = asked ?? (await defaultDriver()).name;
  return name === 'overlay' || name === 'chroot';
}
