import { z } from 'zod';

import { EngineError } from './engine-error.ts';

const content = z.union([
  z.string(),
  z
    .array(z.object({ type: z.literal('text'), text: z.string() }))
    .transform((parts) => parts.map(({ text }) => text).join('\n')),
]);

const sampling = z.object({
  model: z.string().optional(),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().gt(0).max(1).nullish(),
  seed: z.int().nullish(),
  n: z.literal(1, 'Only one answer is given: n has to be 1.').nullish(),
  stop: z
    .union([
      z
        .string()
        .min(1)
        .transform((text) => [text]),
      z.array(z.string().min(1)).max(4),
    ])
    .nullish(),
});

/** Body of a request for a chat completion. */
export const chatRequest = sampling.extend({
  messages: z
    .array(
      z.object({
        role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
        content: content.nullish().transform((text) => text ?? ''),
      }),
    )
    .min(1),
});

/** Body of a request for a completion. */
export const completionRequest = sampling.extend({ prompt: z.string() });

/** Body of a request for embeddings. */
export const embeddingRequest = z.object({
  model: z.string().optional(),
  input: z.union([
    z
      .string()
      .min(1)
      .transform((text) => [text]),
    z.array(z.string().min(1)).min(1).max(256),
  ]),
  encoding_format: z.enum(['float', 'base64']).nullish(),
  dimensions: z.undefined('Vectors have one length, so dimensions cannot be chosen.').optional(),
});

/** Parameters of a generation. */
export type Sampling = z.infer<typeof sampling>;

/** What a body says by a schema; throws an EngineError that names the first field that does not fit. */
export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const param = issue?.path.join('.') || null;
  throw new EngineError(400, `${param === null ? '' : `${param}: `}${issue?.message ?? 'Invalid request'}`, {
    param,
  });
}
