import { z } from 'zod';
import type { Capability } from './capabilities.ts';

/** A model of a hub, and the file of it to run. */
export const hubModelSchema = z.strictObject({
  /** Author and name on the hub. */
  repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  file: z.string().min(1),
  /** Context length: tokens of prompt and answer together. */
  context: z.number().int().positive(),
  /** Extra fields of each chat request, for example to switch off a model's thinking. */
  requestFields: z.record(z.string(), z.json()).optional(),
});
export type HubModel = z.infer<typeof hubModelSchema>;

const embeddingModelSchema = hubModelSchema.extend({
  /** Length of its vectors. */
  dimension: z.number().int().positive(),
});

const promptsSchema = z.strictObject({
  /** Prompt whose answer is one sentence, the same each time at temperature 0. */
  short: z.string().min(1),
  /** Prompt whose answer is longer than the context, or at least hundreds of tokens. */
  long: z.string().min(1),
  /** Prompt whose answers vary at temperature 1. */
  open: z.string().min(1),
});

const documentedPrompts: z.infer<typeof promptsSchema> = {
  short: 'Name the capital of France in one short sentence.',
  long: 'Write a story of ten chapters about a lighthouse, each chapter of five hundred words.',
  open: 'Invent the name of a ship.',
};

/** The models that specs may download and run on a target. Tests fetch and remove them: name none that people use. */
export const engineProfileSchema = z.strictObject({
  /** Chat model; small, because tests wait for it. */
  chat: hubModelSchema,
  /** Second chat model. */
  otherChat: hubModelSchema.optional(),
  embedding: embeddingModelSchema.optional(),
  /** Model that thinks aloud first, between <think> and </think> in the text of its answer. */
  thinking: hubModelSchema.optional(),
  /** Model that only the specs of downloads fetch, cancel, deploy and remove. */
  spare: hubModelSchema,
  /** Model that only the specs of one-step deployment fetch, deploy and remove. */
  deployable: hubModelSchema.optional(),
  /** Search words for which the hub finds several repositories. */
  search: z.string().min(1),
  /** Repository that the target has no access to. */
  gated: z.string().optional(),
  /** Prompts for `chat`. */
  prompts: promptsSchema.default(documentedPrompts),
});
export type EngineProfile = z.infer<typeof engineProfileSchema>;

/** The models of the embedded platform. */
export const embeddedEngineProfile: EngineProfile = {
  chat: {
    repository: 'kamiwaza-tiny/harbour-chat-GGUF',
    file: 'harbour-chat-f32.gguf',
    context: 512,
  },
  otherChat: {
    repository: 'kamiwaza-tiny/orchard-chat-GGUF',
    file: 'orchard-chat-f32.gguf',
    context: 512,
  },
  embedding: {
    repository: 'kamiwaza-tiny/compass-embed-GGUF',
    file: 'compass-embed-f32.gguf',
    context: 512,
    dimension: 128,
  },
  thinking: {
    repository: 'kamiwaza-tiny/lighthouse-chat-GGUF',
    file: 'lighthouse-chat-f32.gguf',
    context: 512,
  },
  spare: {
    repository: 'kamiwaza-tiny/observatory-chat-GGUF',
    file: 'observatory-chat-f32.gguf',
    context: 2_048,
  },
  deployable: {
    repository: 'kamiwaza-tiny/meadow-chat-GGUF',
    file: 'meadow-chat-f32.gguf',
    context: 512,
  },
  search: 'GGUF',
  gated: 'kamiwaza-gated/harbour-chat-GGUF',
  prompts: { short: 'Gulls', long: 'Pilots', open: 'Lanterns' },
};

/** The models of the product's documentation, for targets without a profile of their own. */
export const documentedEngineProfile: EngineProfile = {
  chat: {
    repository: 'unsloth/Qwen3-0.6B-GGUF',
    file: 'Qwen3-0.6B-Q6_K.gguf',
    context: 4_096,
    requestFields: { chat_template_kwargs: { enable_thinking: false } },
  },
  spare: { repository: 'unsloth/Qwen3-1.7B-GGUF', file: 'Qwen3-1.7B-Q4_K_M.gguf', context: 4_096 },
  search: 'Qwen3-0.6B',
  prompts: documentedPrompts,
};

/** The models that a profile may leave out, so that a test has to require them: `model:embedding`. */
export const profiledModels = [
  'otherChat',
  'embedding',
  'thinking',
  'deployable',
  'gated',
] as const satisfies (keyof EngineProfile)[];
export type ProfiledModel = (typeof profiledModels)[number];

/** The models that specs run on a target: those of its profile, else those that it is known to have. */
export function engineProfileOf(target: {
  engine?: EngineProfile | undefined;
  capabilities?: readonly Capability[] | undefined;
}): EngineProfile {
  const own = target.capabilities?.includes('bundled-models') === true;
  return target.engine ?? (own ? embeddedEngineProfile : documentedEngineProfile);
}
