import { defineConfig } from '@playwright/test';
import { loadConfig } from '@uat/config';
import { playwrightConfig } from '@uat/runner/playwright';

export default defineConfig(playwrightConfig(await loadConfig()));
