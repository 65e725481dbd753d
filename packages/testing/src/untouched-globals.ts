import { afterAll, expect } from 'vitest';

// Setup file of the unit tests, which share one process: fails a test file that leaves a global changed for the next one.

const globals = () => ({
  Date: globalThis.Date,
  console: globalThis.console,
  fetch: globalThis.fetch,
  setTimeout: globalThis.setTimeout,
  folder: process.cwd(),
  env: { ...process.env },
});

const before = globals();

afterAll(() => {
  // oxlint-disable-next-line vitest/no-standalone-expect -- a check after all tests of a file
  expect(globals(), 'globals after the last test of this file, which has to restore them').toEqual(before);
});
