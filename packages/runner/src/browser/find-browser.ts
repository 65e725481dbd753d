import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Playwright from '@playwright/test';
import { configurationError } from '@uat/core';

/** A browser that is installed on this machine, and where it comes from. */
export interface Browser {
  source: 'UAT_BROWSER' | 'playwright' | 'system';
  path: string;
}

export interface FindBrowserOptions {
  /** Whether somebody wants to look: a browser without a window is lighter, and then of no use. */
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
 * The browser to use: `UAT_BROWSER`, Playwright's own, a Chrome or Chromium of the system. `undefined` when there is
 * none.
 * @throws UatError (configuration) when `UAT_BROWSER` names no file that can be run.
 */
export function findBrowser(
  env: NodeJS.ProcessEnv,
  { headed = false }: FindBrowserOptions = {},
): Browser | undefined {
  const named = env['UAT_BROWSER'];
  if (named) {
    const found = named.includes(path.sep) ? named : onPath(named, env);
    if (found === undefined || !isExecutable(found)) {
      throw configurationError(
        `UAT_BROWSER is ${named}, which is no program that can be run; correct or unset it.`,
      );
    }
    return { source: 'UAT_BROWSER', path: found };
  }

  const own = pathOfOwn();
  if (existsSync(own)) return { source: 'playwright', path: own };

  const names = headed ? withWindow : [...withoutWindow, ...withWindow];
  const system = names.map((name) => onPath(name, env)).find((found) => found !== undefined);
  return system === undefined ? undefined : { source: 'system', path: system };
}

/** Playwright is loaded here and not before: that takes longer than the rest of a command that needs no browser. */
function pathOfOwn(): string {
  const { chromium } = createRequire(import.meta.url)('@playwright/test') as typeof Playwright;
  return chromium.executablePath();
}

function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
