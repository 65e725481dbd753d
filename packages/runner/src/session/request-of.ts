import type { RunRequest } from '@uat/record';
import type { RunOptions } from './options.ts';

/** What a command line asks of a run, as it is kept in the record: without what decides only how it is shown. */
export function requestOf(options: RunOptions, env: NodeJS.ProcessEnv = process.env): RunRequest {
  const target = options.target ?? (env['UAT_TARGET'] || undefined);
  const { areas = [], grant, ca, config, lane, grep, ticket = [], regress = [] } = options;
  const { artifact, previous, profile, driver } = options;
  const given = {
    ...{
      target: target === undefined ? undefined : withoutPassword(target),
      grants: grant,
      ca,
      config,
      lane,
      grep,
    },
    ...{ artifact, previous, profile, driver },
    areas: areas.length === 0 ? undefined : areas,
    tickets: ticket.length === 0 ? undefined : ticket,
    faults: regress.length === 0 ? undefined : regress,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The name or URL of a target, without the password that somebody put into it. */
function withoutPassword(target: string): string {
  if (!/\/\/|@/.test(target)) return target;
  const url = URL.parse(target);
  if (url === null || url.host === '') return 'unknown';
  if (url.username === '' && url.password === '') return target;
  url.username = '';
  url.password = '';
  return url.href;
}
