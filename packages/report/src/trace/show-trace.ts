import { fileURLToPath } from 'node:url';
import { infrastructureError } from '@uat/core';
import { execa } from 'execa';
import { viewerProblem } from './viewer-problem.ts';

const playwrightCli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));

/**
 * Opens a trace in Playwright's viewer and waits until it is closed; gives its exit code.
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
