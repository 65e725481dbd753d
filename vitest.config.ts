import { defineConfig } from 'vitest/config';

// Contract tests start real processes; more of them at a time would only wait for each other. Projects that run side by
// side have to agree on the number.
const maxWorkers = 2;

const shared = {
  exclude: ['**/node_modules/**', '**/contract/**/*.contract.test.ts'],
  hookTimeout: 30_000,
  // A process for each of the many small files would cost more than their tests; so they mock no modules, and restore
  // every global that they change.
  isolate: false,
  setupFiles: ['packages/testing/src/untouched-globals.ts'],
  maxWorkers,
};

/** Folders whose tests start a platform, a service, a machine or a browser. */
const processes = ['packages/{cli,faults,gatekeeper,hosts,platform}/**', 'fixtures/installers/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{packages,fixtures,tools}/**/*.test.{ts,tsx}'],
          exclude: [...shared.exclude, ...processes],
          testTimeout: 10_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'processes',
          include: processes.map((folder) => `${folder}/*.test.{ts,tsx}`),
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['packages/cli/contract/*.contract.test.ts'],
          testTimeout: 120_000,
          // A run that several tests look at is made in a hook.
          hookTimeout: 240_000,
          maxWorkers,
        },
      },
    ],
  },
});
