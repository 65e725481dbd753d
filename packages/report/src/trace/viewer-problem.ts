import { stripVTControlCharacters } from 'node:util';

/** Why the trace viewer did not open, and what to do, from what Playwright said about it. */
export function viewerProblem(said: string, file: string): string {
  const elsewhere = `copy ${file} to a machine with one and open it there with npx playwright show-trace`;
  if (/No chromium-based browser found/i.test(said)) {
    return `The trace viewer needs a browser with a window, and this machine has none that Playwright knows. Install Chrome, or Playwright's own with pnpm exec playwright install chromium; or ${elsewhere}.`;
  }
  if (/Missing X server|\$DISPLAY|XServer|Wayland/.test(said)) {
    return `The trace viewer needs a screen, and this machine shows none: ${elsewhere}.`;
  }
  const words = stripVTControlCharacters(said)
    .replaceAll(/[\u2500-\u257f]/g, '')
    .split('\n');
  const reason = words
    .map((line) => line.replace(/^\s*(\w*Error: ?)?/, '').trim())
    .find((line) => line !== '')
    ?.replace(/\.$/, '');
  return `The trace viewer did not open: ${reason ?? 'it does not say why'}. The trace is ${file}.`;
}
