import { readQuarantine, type UatConfig } from '@uat/config';
import type { EventOf, RunRequest } from '@uat/record';
import { isFiltered } from './is-filtered.ts';

/**
 * What a run is judged by, to be recorded when it starts.
 * @throws UatError (configuration) when `quarantine.yaml` cannot be read.
 */
export async function policyOf(config: UatConfig, request: RunRequest): Promise<EventOf<'policy'>> {
  return { event: 'policy', quarantine: await readQuarantine(config), whole: !isFiltered(request) };
}
