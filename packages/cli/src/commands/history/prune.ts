import { age } from '@uat/core';
import { openHistory } from '@uat/history';
import { runsRoot } from '@uat/runner';
import { warn } from '../../terminal/warn.ts';

export interface PruneOptions {
  config?: string;
  olderThan: string;
}

/** `uat history prune --older-than AGE`: removes runs by age, with their results. */
export async function historyPrune(options: PruneOptions): Promise<number> {
  const before = new Date(Date.now() - age(options.olderThan));
  await using store = await openHistory(process.env, runsRoot(options), { say: warn });
  const gone = await store.prune(before);
  const runs = gone === 1 ? 'one run' : `${gone} runs`;
  process.stdout.write(
    `  Removed ${runs} from before ${before.toISOString().slice(0, 16).replace('T', ' ')}.\n`,
  );
  return 0;
}
