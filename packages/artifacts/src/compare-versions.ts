/**
 * Orders versions as dpkg does: negative when `a` is older than `b`, positive when newer, 0 when equal. Words and
 * numbers
 * alternate; a tilde sorts before the end, the end before letters, letters before anything else (deb-version(7), Debian
 * Policy 5.6.12). `rpm` differs only for characters that versions hardly ever have.
 */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [partsOf(a), partsOf(b)];
  return x.epoch - y.epoch || compareParts(x.upstream, y.upstream) || compareParts(x.revision, y.revision);
}

function partsOf(version: string): { epoch: number; upstream: string; revision: string } {
  const [, epoch = '0', upstream = '', revision = '0'] =
    /^(?:(\d+):)?(.*?)(?:-([^-]*))?$/.exec(version) ?? [];
  return { epoch: Number(epoch), upstream, revision };
}

function compareParts(a: string, b: string): number {
  const [x, y] = [runsOf(a), runsOf(b)];
  for (let at = 0; at < Math.max(x.length, y.length); at += 1) {
    const { word, number } = x[at] ?? none;
    const other = y[at] ?? none;
    const order = compareWords(word, other.word) || compareNumbers(number, other.number);
    if (order !== 0) return order;
  }
  return 0;
}

const none = { word: '', number: 0n };

/** BigInt, since a timestamp with further digits exceeds what a number holds exactly. */
const compareNumbers = (a: bigint, b: bigint) => (a < b ? -1 : Number(a > b));

const runsOf = (part: string) =>
  [...part.matchAll(/(\D*)(\d*)/g)].map(([, word = '', digits]) => ({ word, number: BigInt(digits ?? 0) }));

function compareWords(a: string, b: string): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = weight(a[at]) - weight(b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

function weight(sign: string | undefined): number {
  if (sign === undefined) return 0;
  if (sign === '~') return -1;
  const code = sign.charCodeAt(0);
  return /[a-z]/i.test(sign) ? code : code + 256;
}
