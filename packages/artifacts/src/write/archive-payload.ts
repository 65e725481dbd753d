import type { PackagePlan } from '../plan/package-plan.ts';
import { installScript } from './install-script.ts';
import { payloadEntry, type PayloadEntry } from './payload.ts';

/** The payload as stored in a tar archive, below a single folder, and the `install.sh` that installs it. */
export async function archivePayload(
  plan: PackagePlan,
  payload: readonly PayloadEntry[],
): Promise<PayloadEntry[]> {
  const top = `/${plan.name}-${plan.version}`;
  const script = installScript(plan, payload);
  return [
    await payloadEntry({ kind: 'directory', path: top, mode: 0o755 }),
    await payloadEntry({ kind: 'directory', path: `${top}/files`, mode: 0o755 }),
    await payloadEntry({ kind: 'file', path: `${top}/install.sh`, mode: 0o755, content: script }),
    ...payload.map((entry) => ({ ...entry, path: `${top}/files${entry.path}` })),
  ];
}
