import { readsAsWords } from './reads-as-words.ts';
import type { Span } from './span.ts';

/** A word that may begin or hold a JSON Web Token. */
const word = /[\w-]{11,8192}/g;

/** A JSON Web Token, also without its signature, or cut off (`eyJhbGciOi…`). Anything longer is not one. */
const jwt =
  /eyJ[\w-]{8,8192}(?:\.[\w-]{8,16384}\.[\w-]{0,8192}|\.eyJ[\w-]{0,16384}|(?:\.[\w-]{0,16384}){0,2}(?=["'` ]?(?:…|\.\.\.|\\u2026)))/y;

/** The value after Bearer or Basic. In JSON, a line break before it is `\n`, which ends in a letter. */
const header =
  /(?<=^|[^\w]|_|\\[bfnrt])(?<before>(?<name>authorization["']?\s*[:=]\s*["']?)?(?:Bearer|Basic)(?:\s+|%20|\\u0020|\+))(?!\*{3})(?<secret>[\w.~+/=%-]{8,16384})/gi;

/** The places of likely credentials that were never registered: JWTs, values of Authorization headers. */
export function credentialsIn(text: string): Span[] {
  return [...tokensIn(text), ...headersIn(text)];
}

/** Tries once per word, so that a long text of nothing but `eyJ` takes no longer than any other. */
function tokensIn(text: string): Span[] {
  return Array.from(text.matchAll(word)).flatMap(({ index, 0: found }) => {
    const start = found.indexOf('eyJ');
    if (start === -1) return [];
    jwt.lastIndex = index + start;
    const length = jwt.exec(text)?.[0].length ?? 0;
    return length === 0 ? [] : [{ start: index + start, end: index + start + length }];
  });
}

function headersIn(text: string): Span[] {
  return Array.from(text.matchAll(header)).flatMap(({ index, groups }) => {
    const { before = '', name, secret = '' } = groups ?? {};
    // "Basic authentication is off" holds no secret.
    if (name === undefined && readsAsWords(secret)) return [];
    const start = index + before.length;
    return [{ start, end: start + secret.length }];
  });
}
