import { defineUat } from '@uat/config';
import config from '../uat.config.ts';

/** The project's own config, with the targets that are measured: they grant and offer all, to `uat` and to Playwright. */
export default defineUat({
  ...config,
  suites: '../suites',
  targets: {
    bench: {
      url: { env: 'BENCH_URL' },
      grants: 'all',
      capabilities: ['users', 'sessions', 'consent', 'keys', 'policy', 'log'],
    },
    // What it capabilities, its own document says: the whole model engine, with the door for tests.
    'bench-engine': { url: { env: 'BENCH_URL' }, grants: 'all' },
  },
});
