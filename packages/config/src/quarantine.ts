import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { laneNames, type UatConfig } from './schema.ts';
import { configurationError } from '@uat/core';

/** A test whose failures block nothing for a time, because a ticket is about them. */
export const quarantineEntrySchema = z.strictObject({
  /** Its id, without the repetition: `authnz/sign-in#a-title-in-words`. */
  test: z
    .string()
    .regex(/^[^/\s]+\/[^\s]+#[^\s]+$/, 'expected the id of a test; pnpm uat list --json - shows ids'),
  ticket: z.string().min(1),
  reason: z.string().min(1),
  /** Who has to end it. */
  owner: z.string().min(1),
  lane: z.enum(laneNames),
  /** The last day (UTC) on which it holds. */
  expires: z.iso.date('expected a day: 2026-12-24'),
});
export type QuarantineEntry = z.output<typeof quarantineEntrySchema>;

/** Longer than this and nobody looks at the test any more. */
const mostDays = 30;

/**
 * Reads `quarantine.yaml`, which lies beside the config; without that file nothing is in quarantine.
 * @throws UatError (configuration) with the place of each mistake: what is no entry, one of an unknown area, without a
 * ticket of the config's kind, for more than 30 days, or there twice.
 */
export async function readQuarantine(
  { root, areas, tickets }: Pick<UatConfig, 'root' | 'areas' | 'tickets'>,
  now: Date = new Date(),
): Promise<QuarantineEntry[]> {
  const file = path.join(root, 'quarantine.yaml');
  if (!existsSync(file)) return [];
  const { document, lineOf } = await parsedYaml(file);

  const latest = new Date(now.valueOf() + mostDays * 86_400_000).toISOString().slice(0, 10);
  const entrySchema = quarantineEntrySchema.check(({ value, issues }) => {
    const { test, ticket, expires } = value;
    const problem = (field: string, message: string) =>
      issues.push({ code: 'custom', path: [field], message, input: value });
    const area = test.split('/')[0] ?? '';
    if (!Object.hasOwn(areas, area)) problem('test', `there is no area '${area}'`);
    if (!tickets.pattern.test(ticket)) problem('ticket', `'${ticket}' is no ticket (${tickets.pattern})`);
    if (expires > latest)
      problem(
        'expires',
        `at most ${mostDays} days ahead: ${latest}; prolong it when it ends, if it has to be`,
      );
  });
  const schema = z.array(entrySchema).check(({ value, issues }) => {
    const places = value.map(({ test, lane }) => `${test} in lane ${lane}`);
    for (const [index, place] of places.entries()) {
      if (places.indexOf(place) === index) continue;
      issues.push({ code: 'custom', path: [index], message: `${place} is there already`, input: value });
    }
  });
  const parsed = schema.safeParse(document ?? []);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path: place, message }) => {
    const [index, field] = place;
    const entry = typeof index === 'number' ? `entry ${index + 1}` : 'expected a list of entries';
    return `  line ${lineOf(place)}, ${entry}${field === undefined ? '' : `, ${String(field)}`}: ${message}`;
  });
  throw configurationError(`${file} is no list of quarantine entries:\n${problems.join('\n')}`);
}

/** The content of a YAML file, and the line on which a part of it stands. */
async function parsedYaml(file: string) {
  // Most configs have no such file, and each run would pay for the parser.
  const { isNode, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  try {
    const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
    const [problem] = document.errors;
    if (problem !== undefined) throw problem;
    const lineOf = (place: readonly PropertyKey[]): number => {
      const node = place.length === 0 ? document.contents : document.getIn(place, true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      return place.length === 0 ? 1 : lineOf(place.slice(0, -1));
    };
    return { document: document.toJS() as unknown, lineOf };
  } catch (error) {
    throw configurationError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
