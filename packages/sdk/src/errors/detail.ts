import { z } from 'zod';
import type { Answer } from '../answer.ts';
import { isJsonType } from '@uat/contract/media-type';

const refusal = z.object({
  detail: z.union([
    z.string(),
    z.object({ reason: z.string() }).transform(({ reason }) => reason),
    z
      .array(z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() }))
      .transform((faults) => faults.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ')),
  ]),
});

/** Why the target refused, in its own words where it has some, in one line without secrets. */
export function detailOf({ body, headers, status, contentType }: Answer): string {
  const parsed = refusal.safeParse(body);
  if (parsed.success) return shortened(withoutTokens(parsed.data.detail));
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null) return `a redirect to ${location.split(/[?#]/)[0]}`;
  if (body === undefined) return 'an empty answer';
  return isJsonType(contentType) ? 'no detail given' : `${contentType ?? 'untyped text'} instead of JSON`;
}

/** The text with everything that looks like a token replaced. */
export function withoutTokens(text: string): string {
  return text.replaceAll(/\beyJ[\w-]*(\.[\w-]*)*/g, '***').replaceAll(/\bBearer\s+\S+/gi, 'Bearer ***');
}

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
