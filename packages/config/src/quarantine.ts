import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { laneNames, type UatConfig } from './schema.ts';
import { configurationError } from '@uat/core';
import { parsedYaml, problemLines } from './parsed-yaml.ts';

/** A test whose failures do not block for a while, because a ticket tracks them. */
export const quarantineEntrySchema = z.strictObject({
  /** Id of the test, without the repetition: `authnz/sign-in#a-title-in-words`. */
  test: z
    .string()
    .regex(/^[^/\s]+\/[^\s]+#[^\s]+$/, 'expected the id of a test; pnpm uat list --json - shows ids'),
  ticket: z.string().min(1),
  reason: z.string().min(1),
  /** Person who has to resolve it. */
  owner: z.string().min(1),
  lane: z.enum(laneNames),
  /** Last day (UTC) on which it applies. */
  expires: z.iso.date('expected a day: 2026-12-24'),
});
export type QuarantineEntry = z.output<typeof quarantineEntrySchema>;

/** Beyond this number of days a quarantined test is forgotten. */
const mostDays = 30;

/**
 * Reads `quarantine.yaml` beside the config; without that file nothing is in quarantine.
 * @throws UatError (configuration) with the place of each mistake: a malformed or duplicate entry, an unknown area, a
 * ticket that does not fit the config's pattern, a duration of more than 30 days.
 */
export async function readQuarantine(
  { root, areas, tickets }: Pick<UatConfig, 'root' | 'areas' | 'tickets'>,
  now: Date = new Date(),
): Promise<QuarantineEntry[]> {
  const file = path.join(root, 'quarantine.yaml');
  if (!existsSync(file)) return [];
  const { document, lineOf } = await parsedYaml(file);

  const today = now.toISOString().slice(0, 10);
  const latest = new Date(now.valueOf() + mostDays * 86_400_000).toISOString().slice(0, 10);
  const entrySchema = quarantineEntrySchema.check(({ value, issues }) => {
    const { test, ticket, expires } = value;
    const problem = (field: string, message: string) =>
      issues.push({ code: 'custom', path: [field], message, input: value });
    const area = areaOf(test);
    if (!Object.hasOwn(areas, area)) problem('test', `there is no area '${area}'`);
    if (!tickets.pattern.test(ticket)) problem('ticket', `'${ticket}' is not a ticket (${tickets.pattern})`);
    if (expires > latest)
      problem('expires', `at most ${mostDays} days ahead: ${latest}; extend it when it ends, if necessary`);
  });
  const schema = z.array(entrySchema).check(({ value, issues }) => {
    const current = value.filter(({ expires }) => expires >= today);
    const inForce = Map.groupBy(current, ({ test, lane }) => `${areaOf(test)} in lane ${lane}`);
    for (const [place, entries] of inForce) {
      const most = areas[areaOf(entries[0]?.test ?? '')]?.maxQuarantined ?? Number.POSITIVE_INFINITY;
      if (entries.length <= most) continue;
      const message = `${place} has ${entries.length} entries, and at most ${most} are allowed (maxQuarantined in uat.config.ts): mend a test before another is added`;
      issues.push({ code: 'custom', path: [], message, input: value });
    }
    const places = value.map(({ test, lane }) => `${test} in lane ${lane}`);
    for (const [index, place] of places.entries()) {
      if (places.indexOf(place) === index) continue;
      issues.push({ code: 'custom', path: [index], message: `${place} is listed already`, input: value });
    }
  });
  const parsed = schema.safeParse(document ?? []);
  if (parsed.success) return parsed.data;
  throw configurationError(
    `${file} is not a list of quarantine entries:\n${problemLines(parsed.error.issues, lineOf)}`,
  );
}

const areaOf = (test: string) => test.split('/')[0] ?? '';
