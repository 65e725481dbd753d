import { z } from 'zod';
import type { ApiResponse } from '../transport/transport.ts';
import { isJsonType } from '@uat/contract/media-type';

const refusal = z.object({
  detail: z.union([
    z.string(),
    z.object({ reason: z.string() }).transform(({ reason }) => reason),
    z
      .array(z.object({ loc: z.array(z.union([z.string(), z.number()])), msg: z.string() }))
      .transform((fields) => fields.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ')),
  ]),
});

/** The target's reason for a refusal, in its own words if it gave any, on one line without secrets. */
export function detailOf({ body, headers, status, contentType }: ApiResponse): string {
  const parsed = refusal.safeParse(body);
  if (parsed.success) return shortened(withoutTokens(parsed.data.detail));
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null) return `a redirect to ${location.split(/[?#]/)[0]}`;
  if (body === undefined) return 'an empty response';
  return isJsonType(contentType) ? 'no detail given' : `${contentType ?? 'untyped text'} instead of JSON`;
}

/** The text with `***` for everything that looks like a token. */
export function withoutTokens(text: string): string {
  return text.replaceAll(/\beyJ[\w-]*(\.[\w-]*)*/g, '***').replaceAll(/\bBearer\s+\S+/gi, 'Bearer ***');
}

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text);
