export { playwrightConfig } from './playwright-config.ts';
