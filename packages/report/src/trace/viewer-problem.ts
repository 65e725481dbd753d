import { stripVTControlCharacters } from 'node:util';

/** The reason why the trace viewer did not open, and what to do, from Playwright's output. */
export function viewerProblem(output: string, file: string): string {
  const elsewhere = `copy ${file} to a machine with one and open it there with npx playwright show-trace`;
  if (/No chromium-based browser found/i.test(output)) {
    return `The trace viewer needs a browser with a window, and this machine has none that Playwright knows. Install Chrome, or Playwright's own with pnpm exec playwright install chromium; or ${elsewhere}.`;
  }
  if (/Missing X server|\$DISPLAY|XServer|Wayland/.test(output)) {
    return `The trace viewer needs a screen, and this machine shows none: ${elsewhere}.`;
  }
  const words = stripVTControlCharacters(output)
    .replaceAll(/[\u2500-\u257f]/g, '')
    .split('\n');
  const reason = words
    .map((line) => line.replace(/^\s*(\w*Error: ?)?/, '').trim())
    .find((line) => line !== '')
    ?.replace(/\.$/, '');
  return `The trace viewer did not open: ${reason ?? 'it gives no reason'}. The trace is ${file}.`;
}
