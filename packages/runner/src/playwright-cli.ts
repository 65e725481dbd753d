import { execa } from 'execa';
import { fileURLToPath } from 'node:url';

/** The script behind the command `playwright`; run with Node, it needs no shell and no PATH. */
export const playwrightCli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));

/** Opens Playwright's trace viewer and waits until it is closed; gives its exit code. */
export async function showTrace(file: string): Promise<number> {
  const { exitCode } = await execa(process.execPath, [playwrightCli, 'show-trace', file], {
    stdio: 'inherit',
    reject: false,
  });
  return exitCode ?? 1;
}
