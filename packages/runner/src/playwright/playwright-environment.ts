/**
 * Variables that would override the options of this run: which tests and reporters run, and where unredacted files go.
 * Pipelines set them for jobs of their own (https://github.com/microsoft/playwright/issues/32826,
 * https://github.com/allure-framework/allure-js/issues/1481).
 */
const steering = [
  /^PLAYWRIGHT_(?:JUNIT|JSON|HTML|BLOB|LAST_RUN)_/,
  /^PW_?TEST_/,
  /^(?:ALLURE|AS)_TESTPLAN_PATH$/,
  /^UAT_(?:SESSION|PLATFORM)$/,
];

/** The environment for Playwright, without variables that would override the options of the run. */
export function playwrightEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !steering.some((pattern) => pattern.test(name))),
  );
}
