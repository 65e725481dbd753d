import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import { playwrightCli } from '../playwright/playwright-cli.ts';
import { viewerProblem } from './viewer-problem.ts';

/**
 * Opens Playwright's trace viewer and waits until it is closed; gives its exit code.
 * @throws UatError (infrastructure) when it cannot be opened on this machine.
 */
export async function showTrace(file: string): Promise<number> {
  const { exitCode, stderr } = await execa(process.execPath, [playwrightCli, 'show-trace', file], {
    stdin: 'inherit',
    stdout: 'inherit',
    stderr: 'pipe',
    reject: false,
  });
  if (exitCode === 1) throw infrastructureError(viewerProblem(stderr, file));
  return exitCode ?? 1;
}
