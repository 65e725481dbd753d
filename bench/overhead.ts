import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verdictSchema } from '@uat/record';
import { $ } from 'zx';
import type { Figure } from './figure.ts';
import { proxiedPlatform } from './proxied-platform.ts';
import { median, seconds } from './timing.ts';

const pairs = 3;
const repeats = 2;

/**
 * The overhead of `uat` over Playwright: the same specs on the same platform, run by `uat --no-report` and by plain
 * `playwright test`, in pairs of alternating order. The figure is the median of the ratios; both see the same noise.
 */
export async function overhead(): Promise<Figure[]> {
  let requests = 0;
  const logins = new Map<string, number>();
  await using target = await proxiedPlatform((request, next) => {
    requests += 1;
    const account = signInOf(request.path, request.body.toString());
    if (account !== undefined) logins.set(account, (logins.get(account) ?? 0) + 1);
    return next(request);
  });
  const out = await mkdtemp(path.join(tmpdir(), 'uat-bench-'));
  const run = $({ env: target.env, quiet: true });
  const repeat = ['--repeat-each', String(repeats)];
  const ours = async () => {
    const time = await seconds(run`node packages/cli/src/main.ts --no-report --out ${out} -- ${repeat}`);
    const { counts } = verdictSchema.parse(
      JSON.parse(await readFile(path.join(out, 'verdict.json'), 'utf8')),
    );
    return { seconds: time, tests: counts.passed + counts.dependency };
  };
  const plain = async () => {
    let output = '';
    const time = await seconds(run`playwright test ${repeat}`.then(({ stdout }) => (output = stdout)));
    return { seconds: time, tests: Number(/(\d+) passed/.exec(output)?.[1]) };
  };

  const measured: { ours: number; plain: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const [first, second] = pair % 2 === 0 ? [ours, plain] : [plain, ours];
    const [a, b] = [await first(), await second()];
    if (a.tests !== b.tests) throw new Error(`The two runs differ: ${a.tests} tests and ${b.tests}.`);
    const [mine, peer] = pair % 2 === 0 ? [a, b] : [b, a];
    measured.push({ ours: mine.seconds, plain: peer.seconds });
    process.stderr.write(
      `  pair ${pair + 1}/${pairs}: uat ${mine.seconds.toFixed(1)} s, plain ${peer.seconds.toFixed(1)} s, ${a.tests} tests each\n`,
    );
  }

  requests = 0;
  logins.clear();
  await run`node packages/cli/src/main.ts --no-report --out ${out}`;
  await rm(out, { recursive: true });

  const ratio = median(measured.map((pair) => pair.ours / pair.plain));
  const plainSeconds = median(measured.map((pair) => pair.plain));
  return [
    {
      what: `smoke, and authnz ${repeats} times, through \`uat --no-report\``,
      against: `plain \`playwright test\` (${plainSeconds.toFixed(0)} s)`,
      figure: `${ratio.toFixed(2)} ×`,
      aim: '≤ 1.05 ×',
    },
    {
      what: 'requests, and sign-ins per account, of one run with two workers',
      against: '–',
      figure: `${requests} requests; ${[...logins].map(([account, count]) => `${account} ${count}`).join(', ')}`,
      aim: 'API and console: ≤ 1 sign-in each per role and worker, not counting the tests of signing in',
    },
  ];
}

/** The account that a request signs in, and whether by API or console; `undefined` for any other request. */
function signInOf(url: string, body: string): string | undefined {
  if (url.startsWith('/api/auth/token')) return `${new URLSearchParams(body).get('username')} (API)`;
  if (!/\/interaction\/[^/]+\/login$/.test(url)) return undefined;
  const { username } = JSON.parse(body) as { username: string };
  return `${username} (console)`;
}
