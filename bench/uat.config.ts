import { defineUat } from '@uat/config';
import config from '../uat.config.ts';

/** The project's own config, with the measured target: every change is granted, to `uat` and to Playwright alike. */
export default defineUat({
  ...config,
  suites: '../suites',
  targets: {
    bench: {
      url: { env: 'BENCH_URL' },
      grants: 'all',
      capabilities: ['users', 'sessions', 'consent', 'keys', 'policy', 'log'],
    },
  },
});
