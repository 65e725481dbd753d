import { fileURLToPath } from 'node:url';

/** The path of the script behind the command `playwright`, to run with Node, without a shell. */
export const playwrightCli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
