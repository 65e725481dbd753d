import { expect, test } from 'vitest';
import { viewerProblem } from './viewer-problem.ts';

const box = `Error: 
╔═══════════════════════════════════════════════════╗
║ No chromium-based browser found on the system.    ║
║ Please run the following command to download one: ║
║                                                   ║
║     npx playwright install chromium               ║
╚═══════════════════════════════════════════════════╝`;

test.each([
  {
    what: 'no browser',
    said: box,
    answer: /has none that Playwright knows\. Install Chrome, or .+ install chromium; or copy/,
  },
  {
    what: 'no screen',
    said: 'Error: browserType.launchPersistentContext: Target closed\n[ERROR:ozone_platform_x11.cc] Missing X server or $DISPLAY',
    answer: /needs a screen, and this machine shows none: copy \/tmp\/trace\.zip/,
  },
  {
    what: 'anything else',
    said: '\u001B[31mError: Protocol error: session closed\u001B[39m\n    at somewhere',
    answer:
      /^The trace viewer did not open: Protocol error: session closed\. The trace is \/tmp\/trace\.zip\.$/,
  },
  {
    what: 'anything in a box',
    said: 'Error: \n╔═══════╗\n║ Pity. ║\n╚═══════╝',
    answer: /did not open: Pity\. The trace/,
  },
  { what: 'nothing at all', said: '', answer: /did not open: it gives no reason\./ },
])('$what is said in a sentence', ({ said, answer }) => {
  const sentence = viewerProblem(said, '/tmp/trace.zip');

  expect(sentence).toMatch(answer);
  expect(sentence).not.toMatch(/[\u2500-\u257f\n]/);
});
