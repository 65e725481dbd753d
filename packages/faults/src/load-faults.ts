import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

import { StartError } from '../errors/start-error.ts';
import type { Regression } from './regression.ts';

// a04-revoked-token-still-works.ts: the id, its number in at least two digits, and what it is.
const regressionFile = /^[a-z]+\d{2,}[a-z]?-[a-z0-9-]+\.ts$/;

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

/** Every defect that can be switched on, in the order of their files. */
export async function allRegressions(): Promise<Regression[]> {
  const files = (await readdir(import.meta.dirname))
    .filter((name) => regressionFile.test(name))
    .toSorted(byNumber);
  return Promise.all(
    files.map(async (name) => {
      const file = pathToFileURL(join(import.meta.dirname, name)).href;
      return ((await import(file)) as { regression: Regression }).regression;
    }),
  );
}

/** The defects of these ids. Throws a StartError for an id that none has. */
export async function regressionsNamed(ids: readonly string[]): Promise<Regression[]> {
  const known = await allRegressions();
  return ids.map((id) => {
    const regression = known.find((one) => one.id === id);
    if (!regression) {
      throw new StartError(
        `There is no regression "${id}". Regressions: ${known.map((one) => one.id).join(', ')}.`,
      );
    }
    return regression;
  });
}
