import { z } from 'zod';
import type { Capability } from './capabilities.ts';

/** A model of a hub, and which of its files to run. */
export const hubModelSchema = z.strictObject({
  /** Author and name, as the hub has it. */
  repository: z.string().regex(/^[^/\s]+\/[^/\s]+$/),
  file: z.string().min(1),
  /** Tokens that prompt and answer may have together. */
  context: z.number().int().positive(),
  /** Fields that each chat with it has besides: by them a model that thinks first is told not to. */
  requestFields: z.record(z.string(), z.json()).optional(),
});
export type HubModel = z.infer<typeof hubModelSchema>;

const embeddingModelSchema = hubModelSchema.extend({
  /** Numbers in each of its vectors. */
  dimension: z.number().int().positive(),
});

const promptsSchema = z.strictObject({
  /** Answered with a sentence that is the same each time at temperature 0. */
  short: z.string().min(1),
  /** Answered with more tokens than the context holds, or hundreds at least. */
  long: z.string().min(1),
  /** Answered in several ways at temperature 1. */
  open: z.string().min(1),
});

const documentedPrompts: z.infer<typeof promptsSchema> = {
  short: 'Name the capital of France in one short sentence.',
  long: 'Write a story of ten chapters about a lighthouse, each chapter of five hundred words.',
  open: 'Invent the name of a ship.',
};

/** Which models the specs may download and run on a target. Each is fetched and removed by tests: none that people use. */
export const engineProfileSchema = z.strictObject({
  /** Answers chats; small, because tests wait for it. */
  chat: hubModelSchema,
  /** A second one beside it. */
  otherChat: hubModelSchema.optional(),
  embedding: embeddingModelSchema.optional(),
  /** Thinks aloud before it answers, between <think> and </think> in the text itself. */
  thinking: hubModelSchema.optional(),
  /** Fetched, given up, deployed and removed again by the specs of downloads; no other spec needs it. */
  spare: hubModelSchema,
  /** Fetched and deployed in one go, and removed again, by the specs of that. */
  deployable: hubModelSchema.optional(),
  /** Words by which the hub finds several repositories. */
  search: z.string().min(1),
  /** A repository that the target has no access to. */
  gated: z.string().optional(),
  /** What `chat` is asked. */
  prompts: promptsSchema.default(documentedPrompts),
});
export type EngineProfile = z.infer<typeof engineProfileSchema>;

/** The models of the embedded platform. */
export const ownEngineProfile: EngineProfile = {
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

/** What the product's documentation deploys; for targets whose profile says nothing. */
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

/** The models that a profile may leave out, and that a test therefore has to need: `model:embedding`. */
export const profiledModels = [
  'otherChat',
  'embedding',
  'thinking',
  'deployable',
  'gated',
] as const satisfies (keyof EngineProfile)[];
export type ProfiledModel = (typeof profiledModels)[number];

/** Which models the specs run on a target: those of its profile, or else those that it is known to have. */
export function engineProfileOf(target: {
  engine?: EngineProfile | undefined;
  capabilities?: readonly Capability[] | undefined;
}): EngineProfile {
  const own = target.capabilities?.includes('bundled-models') === true;
  return target.engine ?? (own ? ownEngineProfile : documentedEngineProfile);
}
