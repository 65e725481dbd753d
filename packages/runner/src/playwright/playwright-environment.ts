/**
 * Variables by which others steer Playwright, Allure's adapter or a run of ours past the options of this one: which
 * tests run, which reporters, and where their files go before a secret has been taken out of them. Pipelines set them
 * for jobs of their own (https://github.com/microsoft/playwright/issues/32826,
 * https://github.com/allure-framework/allure-js/issues/1481).
 */
const steering = [
  /^PLAYWRIGHT_(?:JUNIT|JSON|HTML|BLOB|LAST_RUN)_/,
  /^PW_?TEST_/,
  /^(?:ALLURE|AS)_TESTPLAN_PATH$/,
  /^UAT_(?:SESSION|PLATFORM)$/,
];

/** The environment that Playwright gets: the given one without what steers it past the options of the run. */
export function playwrightEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !steering.some((pattern) => pattern.test(name))),
  );
}
