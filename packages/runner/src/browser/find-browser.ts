import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Playwright from '@playwright/test';
import { configurationError } from '@uat/core';
import which from 'which';

/** A browser that is installed on this machine, and its origin. */
export interface Browser {
  source: 'UAT_BROWSER' | 'playwright' | 'system';
  path: string;
}

export interface FindBrowserOptions {
  /** Whether the browser has to show a window, which the headless shell cannot. */
  headed?: boolean;
}

const withWindow = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];
const withoutWindow = ['chromium-headless-shell'];

/**
 * Finds the browser to use: `UAT_BROWSER`, Playwright's own, a system Chrome or Chromium; `undefined` when there is
 * none.
 * @throws UatError (configuration) when `UAT_BROWSER` is not an executable file.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv,
  { headed = false }: FindBrowserOptions = {},
): Browser | undefined {
  const named = env['UAT_BROWSER'];
  if (named) {
    const found = executable(named, env);
    if (found === undefined) {
      throw configurationError(
        `UAT_BROWSER is ${named}, which is not an executable program; correct or unset it.`,
      );
    }
    return { source: 'UAT_BROWSER', path: found };
  }

  const own = pathOfOwn();
  if (existsSync(own)) return { source: 'playwright', path: own };

  const names = headed ? withWindow : [...withoutWindow, ...withWindow];
  const system = names.map((name) => executable(name, env)).find((found) => found !== undefined);
  return system === undefined ? undefined : { source: 'system', path: system };
}

/** The path of Playwright's browser. Loads Playwright only now, which takes longer than a command without a browser. */
function pathOfOwn(): string {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as typeof Playwright;
  return chromium.executablePath();
}

/** The path of a program, by name or path; `undefined` when it is not an executable file. */
function executable(program: string, env: NodeJS.ProcessEnv): string | undefined {
  return which.sync(program, { path: env['PATH'] ?? '', nothrow: true }) ?? undefined;
}
