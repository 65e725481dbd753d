import { expect, test } from 'vitest';
import { playwrightEnvironment } from './playwright-environment.ts';

test.each([
  'PLAYWRIGHT_JUNIT_OUTPUT_FILE',
  'PLAYWRIGHT_JUNIT_OUTPUT_NAME',
  'PLAYWRIGHT_LAST_RUN_OUTPUT_FILE',
  'PW_TEST_REPORTER',
  'PWTEST_BOT_NAME',
  'ALLURE_TESTPLAN_PATH',
  'UAT_SESSION',
  'UAT_PLATFORM',
])('%s does not reach Playwright', (name) => {
  expect(playwrightEnvironment({ [name]: 'x', HOME: '/root' })).toEqual({ HOME: '/root' });
});

test.each(['PLAYWRIGHT_BROWSERS_PATH', 'DEBUG', 'UAT_TARGET', 'UAT_BROWSER', 'HTTPS_PROXY', 'CI'])(
  '%s does',
  (name) => {
    expect(playwrightEnvironment({ [name]: 'x' })).toEqual({ [name]: 'x' });
  },
);
