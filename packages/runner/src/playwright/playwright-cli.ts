import { fileURLToPath } from 'node:url';

/** The script behind the command `playwright`; run with Node, it needs no shell and no PATH. */
export const playwrightCli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
