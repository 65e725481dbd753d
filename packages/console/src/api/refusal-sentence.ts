import { array, looseObject, number, safeParse, string, union } from 'zod/mini';

const refused = looseObject({ detail: string() });
/** An error of the OpenAI protocol. */
const refusedByModel = looseObject({ error: looseObject({ message: string() }) });
const invalid = looseObject({
  detail: array(looseObject({ loc: array(union([string(), number()])), msg: string() })),
});

/** The reason for a refusal in a sentence: the platform's own, if it gives one. */
export function refusalSentence(reply: Response, url: string, body: unknown): string {
  if (reply.status === 429) {
    const seconds = Number(reply.headers.get('retry-after'));
    const when = seconds > 0 ? ` in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : ' later';
    return `The platform is asked too often. Try again${when}.`;
  }
  // Details of an internal error are of no use to the user.
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
