import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { type Browser, findBrowser } from './find-browser.ts';
import { playwrightCli } from '../playwright/playwright-cli.ts';

export interface EnsureBrowserOptions {
  env: NodeJS.ProcessEnv;
  headed: boolean;
  /** Receives progress messages: an installation takes a while. */
  say: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Finds or installs a browser: an installed one, else Playwright's own is downloaded, else, as root on Debian or Ubuntu
 * without access to Playwright's host, the distribution's Chromium is installed. `undefined` when all of that fails:
 * tests without a browser can still be judged.
 */
export async function ensureBrowser(options: EnsureBrowserOptions): Promise<Browser | undefined> {
  const { env, headed, say, signal } = options;
  const found = findBrowser(env, { headed });
  if (found !== undefined) return found;

  say('no browser on this machine: installing one (once)');
  const run = async (command: string, args: string[]) => {
    say(`  ${command} ${args.join(' ')}`.replace(`${process.execPath} ${playwrightCli}`, 'playwright'));
    return execa(command, args, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      reject: false,
      stdin: 'ignore',
      all: true,
      ...(signal === undefined ? {} : { cancelSignal: signal }),
    });
  };

  // Not --with-deps: it would first spend a minute in apt, even when the download host is out of reach.
  const own = await run(process.execPath, [playwrightCli, 'install', 'chromium']);
  if (own.exitCode === 0) await run(process.execPath, [playwrightCli, 'install-deps', 'chromium']);
  else if (isRootOnDebian()) {
    const apt = ['-o', 'DPkg::Lock::Timeout=240', '-y', '-q'];
    await run('apt-get', [...apt, 'update']);
    const install = (name: string) => run('apt-get', [...apt, 'install', '--no-install-recommends', name]);
    // Ubuntu and older Debian releases do not package the headless shell.
    if (headed || (await install('chromium-headless-shell')).exitCode !== 0) await install('chromium');
  }

  const installed = findBrowser(env, { headed });
  if (installed === undefined) {
    say(
      '  none could be installed: install Chrome or Chromium, or set UAT_BROWSER to one; browser tests cannot be judged',
    );
  }
  return installed;
}

function isRootOnDebian(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
