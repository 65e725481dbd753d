import path from 'node:path';
import { registerSecrets, type Session, targetHint } from '@uat/config';
import { type EventOf, type Problem, type RecordHeader, recordEvent } from '@uat/record';
import { ensureBrowser } from '../browser/ensure-browser.ts';
import { type SoughtFailure } from '../playwright/sought-failure.ts';
import { askedRun } from './asked-run.ts';
import type { PastDefect } from './defects.ts';
import { openTarget } from '../target/open-target.ts';
import type { RunOptions } from './options.ts';
import { openProducts } from '../products/open-products.ts';
import type { PrivateFolder } from './private-folder.ts';
import type { StopSignals } from './stop-signals.ts';
import { stoppable } from './stoppable.ts';
import { targetFacts } from '../target/target-facts.ts';
import { testsOnTarget } from './tests-on-target.ts';

/** A run that goes on: what is known of it, its folders, and when it has to end. */
export interface Run {
  header: RecordHeader;
  /** With its record. */
  folder: string;
  /** Where things stand that are not redacted yet. */
  hidden: Pick<PrivateFolder, 'evidence' | 'packages' | 'sessions'>;
  /** Ids of the tests to run, when only some of the selected ones are wanted. */
  only?: readonly string[] | undefined;
  /** The failure for which the run is made, when it may end as soon as it has seen that. */
  sought?: SoughtFailure | undefined;
  /** Says nothing until its verdict, and keeps nothing for a report. */
  quiet?: boolean;
  stop: StopSignals;
}

/**
 * One run, from its options to the last event in its folder. Gives what went wrong beside the tests, such as what was
 * left on the target.
 * @throws UatError for what keeps it from starting, or from saying how it ended.
 */
export async function attempt(run: Run, options: RunOptions): Promise<Problem[]> {
  const { folder, stop, quiet = false } = run;
  const say = (line: string) => void (quiet || process.stderr.write(`  ${line}\n`));
  const asked = await askedRun(options, process.env);
  const asksFor: EventOf<'target'> = {
    ...{ event: 'target', name: asked.target.name, url: null, version: null, contractVersion: null },
    ...{ capabilities: [], grants: [], faults: asked.defects.map(({ id }) => id) },
  };
  recordEvent(folder, asksFor);
  const hint = asked.target.kind === 'none' ? undefined : targetHint(asked.target, process.env);
  if (hint !== undefined) say(hint);

  const { headed } = asked;
  const browser = asked.needsBrowser
    ? await ensureBrowser({ env: process.env, headed, say, signal: stop.signal })
    : undefined;

  const logFile = path.join(run.hidden.evidence, 'platform.log');
  const carried = (carrier: PastDefect['carrier']) =>
    asked.defects.filter((one) => one.carrier === carrier).map(({ id }) => id);
  const opened = openProducts(asked.products, {
    folder: run.hidden.packages,
    fault: carried('package')[0],
    hostDriver: asked.hostDriver,
    eachWhole: options.lane === 'nightly',
    say,
  });
  const products = await stoppable(opened, stop.signal);
  if (products === undefined) return [];
  for (const { name, artifact, version } of products)
    say(`package  ${name}: ${path.basename(artifact)} ${version}`);
  const opening = {
    logFile,
    folder: run.hidden.packages,
    say,
    regressions: carried('platform'),
    signal: stop.signal,
  };
  await using open = await openTarget(asked.target, opening);
  const readyAt = new Date().toISOString();
  const { url, name, grants } = open.target;
  const { version, contractVersion, offers, silence } = await targetFacts(open.target);
  const isThere: EventOf<'target'> = {
    ...{ ...asksFor, url: open.target.kind === 'none' ? null : url, version, contractVersion, readyAt },
    ...{ capabilities: offers, grants: [...grants] },
  };
  recordEvent(folder, isThere);
  if (open.target.kind !== 'none')
    say(`target   ${name} ${url}${version === null ? '' : ` (Kamiwaza ${version})`}`);
  for (const { id, sentence } of asked.defects) say(`defect   ${id}: ${sentence}`);
  if (browser !== undefined) say(`browser  ${browser.path} (${browser.source})`);

  const { requestTimeout: request } = asked.config.lanes[options.lane ?? 'local'];
  const target: Session['target'] = {
    ...open.target,
    offers,
    budgets: { request, ...open.target.budgets },
  };
  registerSecrets(Object.values(target.roles).map((one) => ('token' in one ? one.token : one.password)));
  // Awaited here: a target of our own stops when this function ends.
  const problems = await testsOnTarget({
    run,
    options,
    asked,
    about: isThere,
    target,
    products,
    env: open.env,
    browser: browser?.path,
    say,
  });
  return silence === undefined ? problems : [silence, ...problems];
}
