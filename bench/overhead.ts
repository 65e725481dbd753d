import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { platformReadyLine, platformReadySchema } from '@uat/config';
import type { Verdict } from '@uat/runner';
import { $ } from 'zx';

/** A published figure: what was measured, against what, and how it came out. */
export interface Figure {
  what: string;
  against: string;
  figure: string;
  aim: string;
}

const pairs = 3;
const repeats = 6;

/**
 * What `uat` costs on top of Playwright: the same specs on the same platform, through `uat --no-report` and through
 * bare `playwright test`, in pairs that change places. The median of the ratios counts; both see the same noise.
 */
export async function overhead(): Promise<Figure[]> {
  await using target = await countedPlatform();
  const out = await mkdtemp(path.join(tmpdir(), 'uat-bench-'));
  const env = {
    ...process.env,
    ...target.credentials,
    BENCH_URL: target.url,
    UAT_CONFIG: path.join(import.meta.dirname, 'uat.config.ts'),
    UAT_TARGET: 'bench',
  };
  const repeat = ['--repeat-each', String(repeats)];
  const run = $({ env, quiet: true });
  const ours = async () => {
    const time = await seconds(run`node packages/cli/src/main.ts --no-report --out ${out} -- ${repeat}`);
    const { counts } = JSON.parse(await readFile(path.join(out, 'verdict.json'), 'utf8')) as Verdict;
    return { seconds: time, tests: counts.passed + counts.dependency };
  };
  const bare = async () => {
    let said = '';
    const time = await seconds(run`playwright test ${repeat}`.then(({ stdout }) => (said = stdout)));
    return { seconds: time, tests: Number(/(\d+) passed/.exec(said)?.[1]) };
  };

  const measured: { ours: number; bare: number }[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const [first, second] = pair % 2 === 0 ? [ours, bare] : [bare, ours];
    const [a, b] = [await first(), await second()];
    if (a.tests !== b.tests) throw new Error(`not the same work: ${a.tests} tests and ${b.tests}`);
    const [mine, peer] = pair % 2 === 0 ? [a, b] : [b, a];
    measured.push({ ours: mine.seconds, bare: peer.seconds });
    process.stderr.write(
      `  pair ${pair + 1}/${pairs}: uat ${mine.seconds.toFixed(1)} s, bare ${peer.seconds.toFixed(1)} s, ${a.tests} tests each\n`,
    );
  }

  target.forget();
  await run`node packages/cli/src/main.ts --no-report --out ${out}`;
  const logins = [...target.logins()].map(([who, count]) => `${who} ${count}`).join(', ');
  await rm(out, { recursive: true });

  const ratio = median(measured.map((pair) => pair.ours / pair.bare));
  const bareSeconds = median(measured.map((pair) => pair.bare));
  return [
    {
      what: `smoke and authnz ${repeats} times through \`uat --no-report\``,
      against: `bare \`playwright test\` (${bareSeconds.toFixed(0)} s)`,
      figure: `${ratio.toFixed(2)} ×`,
      aim: '≤ 1.05 ×',
    },
    {
      what: 'requests, and sign-ins per account, of one run with two workers',
      against: '–',
      figure: `${target.requests()} requests; ${logins}`,
      aim: 'API and console: ≤ 1 sign-in each per role and worker, beside the tests of signing in',
    },
  ];
}

async function seconds(work: PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work;
  return (performance.now() - started) / 1000;
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A platform behind a proxy that counts what passes. */
async function countedPlatform() {
  let requests = 0;
  let logins = new Map<string, number>();
  const port = await freePort();
  const proxy = createServer((incoming, outgoing) => {
    requests += 1;
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const who = signInOf(incoming.url ?? '', Buffer.concat(chunks).toString());
      if (who !== undefined) logins.set(who, (logins.get(who) ?? 0) + 1);
      const { url, method, headers } = incoming;
      const onward = forward({ host: '127.0.0.1', port, path: url, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      onward.end(Buffer.concat(chunks));
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  const platform = $({
    quiet: true,
    nothrow: true,
  })`node packages/platform/src/main.ts --json --port ${port} --public-url ${url}`;
  const ready = await new Promise<string>((resolve) => {
    createInterface({ input: platform.stdout }).on('line', (line) => {
      const found = platformReadyLine.exec(line)?.groups?.['UAT_PLATFORM'];
      if (found !== undefined) resolve(found);
    });
  });
  const { accounts } = platformReadySchema.parse(JSON.parse(ready));
  const variables = { admin: 'KAMIWAZA', user: 'UAT_USER', viewer: 'UAT_VIEWER' } as const;
  return {
    url,
    credentials: Object.fromEntries(
      accounts.flatMap(({ role, username, password }) => [
        [`${variables[role]}_USERNAME`, username],
        [`${variables[role]}_PASSWORD`, password],
      ]),
    ),
    requests: () => requests,
    logins: () => logins,
    forget() {
      requests = 0;
      logins = new Map();
    },
    async [Symbol.asyncDispose]() {
      await platform.kill('SIGTERM');
      await platform;
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Who signs in by a request, and through which door; `undefined` for every other request. */
function signInOf(url: string, body: string): string | undefined {
  if (url.startsWith('/api/auth/token')) return `${new URLSearchParams(body).get('username')} (API)`;
  if (!/\/interaction\/[^/]+\/login$/.test(url)) return undefined;
  const { username } = JSON.parse(body) as { username: string };
  return `${username} (console)`;
}
