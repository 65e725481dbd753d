import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configurationError, jsonText, writeFileAtomic } from '@uat/core';
import { z } from 'zod';

const idSchema = z.string().includes('#', { error: 'expected the id of a test: area/file#title' });

/** `test-ids.json` beside the suites: the ids of all tests, and their former ids. */
const testIdsSchema = z
  .strictObject({
    /** Ids of all tests when the file was last written. */
    tests: z.array(idSchema),
    /** The newer id for each former one; null where the test was removed on purpose. */
    aliases: z.record(idSchema, idSchema.nullable()),
  })
  .superRefine(({ aliases }, context) => {
    for (const id of Object.keys(aliases)) {
      const circle = circleFrom(id, aliases);
      if (circle === undefined) continue;
      const message = `the aliases go in a circle: ${circle.join(' → ')}`;
      return context.addIssue({ code: 'custom', path: ['aliases'], message });
    }
  });
export type TestIds = z.output<typeof testIdsSchema>;
/** The newer ids of former ones; without circles. */
export type Aliases = TestIds['aliases'];

/** The path of the ids file in a folder of suites. */
export const testIdsFile = (suites: string) => path.join(suites, 'test-ids.json');

/**
 * Reads the ids beside suites; empty without such a file.
 * @throws UatError (configuration) when the file is damaged.
 */
export function readTestIds(suites: string): TestIds {
  const file = testIdsFile(suites);
  if (!existsSync(file)) return { tests: [], aliases: {} };
  const ids = testIdsSchema.safeParse(parsed(readFileSync(file, 'utf8')));
  if (ids.success) return ids.data;
  throw configurationError(
    `${file} does not contain the ids of tests: ${z.prettifyError(ids.error)}\nRevert the last change to it; pnpm docs and pnpm uat history write it.`,
  );
}

/** Writes the ids beside suites, sorted, so that a change touches few lines. */
export function writeTestIds(suites: string, { tests, aliases }: TestIds): void {
  const sorted: TestIds = {
    tests: [...new Set(tests)].toSorted(),
    aliases: Object.fromEntries(Object.entries(aliases).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  writeFileAtomic(testIdsFile(suites), `${jsonText(sorted, 2)}\n`);
}

/** The ids on the circle that starts at an id; `undefined` when there is none. */
function circleFrom(id: string, aliases: Record<string, string | null>): string[] | undefined {
  const way = [id];
  for (let next = aliases[id]; next !== undefined && next !== null; next = aliases[next]) {
    way.push(next);
    if (way.indexOf(next) < way.length - 1) return way.slice(way.indexOf(next));
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
