import { defineConfig } from '@playwright/test';
import { loadConfig } from '@uat/config';
import { playwrightConfig } from '@uat/runner';

export default defineConfig(playwrightConfig(await loadConfig()));
