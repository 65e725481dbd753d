import { BlockList, isIP } from 'node:net';
import { configurationError } from '@uat/core';

/** The parsed `NO_PROXY`, with forms for programs that read it differently. */
export interface NoProxyList {
  /** True for `*`: every request is direct. */
  all: boolean;
  /** Whether requests to a URL are direct. */
  covers: (url: string) => boolean;
  /** Entries in Chromium's syntax. */
  forChromium: string[];
  /** The list in Node's syntax, which writes address ranges by their ends. */
  forNode: string;
}

interface Entry {
  host: string;
  port: string | undefined;
  /** Prefix length, for an address range. */
  bits: number | undefined;
}

/**
 * Parses `NO_PROXY` as curl does: entries separated by commas or spaces; `example.com`, `.example.com` and
 * `*.example.com` name the domain and its subdomains, `host:port` one port, `[::1]` an address, `10.0.0.0/8` a range.
 * @throws UatError (configuration) for a malformed range.
 */
export function noProxyList(text: string): NoProxyList {
  const words = text.split(/[\s,]+/).filter(Boolean);
  const entries = words.filter((word) => word !== '*').map(entryOf);
  return {
    all: words.includes('*'),
    covers: (url) => entries.some((entry) => isCoveredBy(entry, new URL(url))),
    forChromium: entries.flatMap(chromiumForms),
    forNode: entries.flatMap(nodeForms).join(','),
  };
}

function entryOf(word: string): Entry {
  const { address, bits, host, port } =
    /^(?:\[?(?<address>[\da-f:.]+)\]?\/(?<bits>\d+)|(?<host>\[[\da-f:.]+\]|[\da-f]*:[\da-f:.]*:[\da-f:.]*|[^:]+)(?::(?<port>\d+))?)$/i.exec(
      word,
    )?.groups ?? {};
  if (address !== undefined) {
    const length = Number(bits);
    const family = isIP(address);
    if (family === 0 || length > (family === 4 ? 32 : 128)) {
      throw configurationError(`NO_PROXY holds ${word}, which is not an address range; write 10.0.0.0/8.`);
    }
    return { host: address, bits: length, port: undefined };
  }
  return { host: plain(host ?? word).replace(/^\*?\.+/, ''), bits: undefined, port };
}

/** The host in lower case, without brackets and trailing dot. */
const plain = (host: string) => host.replaceAll(/[[\]]/g, '').replace(/\.$/, '').toLowerCase();

function isCoveredBy({ host, port, bits }: Entry, url: URL): boolean {
  const asked = plain(url.hostname);
  if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false;
  const [family, askedFamily] = [isIP(host), isIP(asked)];
  if (family === 0) return askedFamily === 0 && (asked === host || asked.endsWith(`.${host}`));
  if (family !== askedFamily) return false;
  const range = new BlockList();
  range.addSubnet(host, bits ?? (family === 4 ? 32 : 128), family === 4 ? 'ipv4' : 'ipv6');
  return range.check(asked, family === 4 ? 'ipv4' : 'ipv6');
}

function chromiumForms({ host, port, bits }: Entry): string[] {
  const family = isIP(host);
  const end = port === undefined ? '' : `:${port}`;
  if (bits !== undefined) return [`${host}/${bits}`];
  if (family === 6) return [`[${host}]${end}`];
  return family === 4 ? [`${host}${end}`] : [`${host}${end}`, `.${host}${end}`];
}

function nodeForms({ host, port, bits }: Entry): string[] {
  const family = isIP(host);
  const end = port === undefined ? '' : `:${port}`;
  if (bits !== undefined) return family === 4 ? [ipv4Ends(host, bits)] : [];
  if (family === 6) return [`[${host}]${end}`, ...(port === undefined ? [host] : [])];
  return family === 4 ? [`${host}${end}`] : [`${host}${end}`, `.${host}${end}`];
}

/** `10.1.2.3/8` as `10.0.0.0-10.255.255.255`. */
function ipv4Ends(address: string, bits: number): string {
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - bits);
  const first = Math.floor(value / size) * size;
  return [first, first + size - 1].map(dotted).join('-');
}

const dotted = (value: number) =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
