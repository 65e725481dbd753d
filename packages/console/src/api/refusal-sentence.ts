import { array, looseObject, number, safeParse, string, union } from 'zod/mini';

const refused = looseObject({ detail: string() });
/** How the OpenAI protocol refuses. */
const refusedByModel = looseObject({ error: looseObject({ message: string() }) });
const invalid = looseObject({
  detail: array(looseObject({ loc: array(union([string(), number()])), msg: string() })),
});

/** Why the platform did not do what was asked, in a sentence: its own words where it has some. */
export function refusalSentence(reply: Response, url: string, body: unknown): string {
  if (reply.status === 429) {
    const seconds = Number(reply.headers.get('retry-after'));
    const when = seconds > 0 ? ` in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : ' later';
    return `The platform is asked too often. Try again${when}.`;
  }
  // What is said about a fault of the platform itself is of no use to the person in front of it.
  if (reply.status < 500) {
    const reason = safeParse(refused, body);
    if (reason.success) return asSentence(reason.data.detail);
    const words = safeParse(refusedByModel, body);
    if (words.success) return asSentence(words.data.error.message);
    const fields = safeParse(invalid, body);
    if (fields.success && fields.data.detail.length > 0) {
      return fields.data.detail
        .map(({ loc, msg }) => asSentence(`${String(loc.at(-1) ?? 'input').replaceAll('_', ' ')}: ${msg}`))
        .join(' ');
    }
  }
  return `The platform answered ${reply.status} to ${url}.`;
}

function asSentence(words: string): string {
  const text = words.trim();
  return text.slice(0, 1).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
}
