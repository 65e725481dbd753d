import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { configurationError, jsonText } from '@uat/core';
import { z } from 'zod';

const idSchema = z.string().includes('#', { error: 'expected the id of a test: area/file#title' });

/** `test-ids.json` beside the suites: which tests there are, and what they were called before. */
const testIdsSchema = z
  .strictObject({
    /** Of all tests, when the file was last written. */
    tests: z.array(idSchema),
    /** What a former id became; null where its test was removed on purpose. */
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
/** What former ids became; without circles. */
export type Aliases = TestIds['aliases'];

/** Where the ids of the tests in a folder of suites are kept. */
export const testIdsFile = (suites: string) => path.join(suites, 'test-ids.json');

/**
 * The ids that are kept beside suites; none where there is no such file.
 * @throws UatError (configuration) when the file is not what it should be.
 */
export function readTestIds(suites: string): TestIds {
  const file = testIdsFile(suites);
  if (!existsSync(file)) return { tests: [], aliases: {} };
  const ids = testIdsSchema.safeParse(parsed(readFileSync(file, 'utf8')));
  if (ids.success) return ids.data;
  throw configurationError(
    `${file} does not hold the ids of tests: ${z.prettifyError(ids.error)}\nTake back the last change to it; pnpm docs and pnpm uat history write it.`,
  );
}

/** Writes the ids beside suites, in an order of their own, so that a change touches few lines. */
export function writeTestIds(suites: string, { tests, aliases }: TestIds): void {
  const sorted: TestIds = {
    tests: [...new Set(tests)].toSorted(),
    aliases: Object.fromEntries(Object.entries(aliases).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  const file = testIdsFile(suites);
  const draft = `${file}.draft`;
  writeFileSync(draft, `${jsonText(sorted, 2)}\n`);
  renameSync(draft, file);
}

/** The way from an id back to where it was before; `undefined` when it ends. */
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
