// `kamiwaza` of an installed platform; bundled by server-bundle.ts.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { runPlatform } from '../src/server/run-platform.ts';
import { platformVersion } from '../src/settings.ts';

const service = 'kamiwaza.service';
const settingsFile = '/etc/kamiwaza/kamiwaza.conf';
const usage = `usage: kamiwaza start|stop|status|doctor|version
`;

const [command = '', ...others] = process.argv.slice(2);
process.exitCode = await (others.length === 0 ? run(command) : run(''));

async function run(asked: string): Promise<number> {
  switch (asked) {
    case 'start':
    case 'stop':
    case 'status':
      return spawnSync('systemctl', ['--no-pager', asked, service], { stdio: 'inherit' }).status ?? 1;
    case 'version':
      process.stdout.write(`${(await runningVersion()) ?? platformVersion}\n`);
      return 0;
    case 'doctor':
      return doctor();
    // Commands for the service unit.
    case 'serve':
      await runPlatform({ argv: [process.execPath, 'kamiwaza', ...serviceFlags()] });
      return Number(process.exitCode ?? 0);
    case 'wait':
      return (await answersWithin(30_000)) ? 0 : 1;
    default:
      process.stderr.write(usage);
      return 2;
  }
}

async function doctor(): Promise<number> {
  const running = await runningVersion();
  const findings = [
    running === undefined
      ? {
          well: false,
          text: `The service does not answer on port ${setting('PORT')}; see: journalctl -u ${service}`,
        }
      : { well: true, text: `The service answers on port ${setting('PORT')}.` },
    running === undefined || running === platformVersion
      ? { well: true, text: `Version ${platformVersion} is installed.` }
      : {
          well: false,
          text: `Version ${platformVersion} is installed and ${running} runs: kamiwaza stop, then start.`,
        },
  ];
  for (const { well, text } of findings) process.stdout.write(`${well ? 'ok  ' : 'FAIL'}  ${text}\n`);
  return findings.every(({ well }) => well) ? 0 : 1;
}

/** Version of the platform that answers on this machine; `undefined` when none does. */
async function runningVersion(): Promise<string | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${setting('PORT')}/api/auth/health`, {
      signal: AbortSignal.timeout(5_000),
    });
    const document: unknown = await answer.json();
    const isHealth = typeof document === 'object' && document !== null && 'version' in document;
    return answer.ok && isHealth ? String(document.version) : undefined;
  } catch {
    return undefined;
  }
}

async function answersWithin(milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while ((await runningVersion()) !== platformVersion) {
    if (Date.now() > until) return false;
    await delay(50);
  }
  return true;
}

function serviceFlags(): string[] {
  const publicUrl = setting('PUBLIC_URL');
  return [
    ...['--port', setting('PORT') || '8080', '--data', '/var/lib/kamiwaza/data'],
    ...['--first-password-file', '/etc/kamiwaza/admin-password', '--console', '/opt/kamiwaza/console'],
    ...(publicUrl === '' ? [] : ['--public-url', publicUrl]),
  ];
}

function setting(name: string): string {
  const lines = readFileSync(settingsFile, 'utf8').split('\n');
  return (
    lines
      .findLast((line) => line.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  );
}
