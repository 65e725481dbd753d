import { defineConfig } from 'vitest/config';

// Contract tests start the real thing; more at a time would only make them wait for each other. Projects that run side
// by side have to agree on the number.
const maxWorkers = 2;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,fixtures,tools}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/contract/**/*.contract.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // A process for each of the many small files would cost more than their tests; so they mock no modules.
          isolate: false,
          maxWorkers,
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
