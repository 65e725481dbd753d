import { z } from 'zod';

const revertSchema = z.object({
  cause: z.string(),
  /** The entry into work that it undoes. */
  entry: z.string(),
  at: z.number(),
  mover: z.string(),
  to: z.string(),
});

const overrideSchema = z.object({
  /** Id of the comment that gave it. */
  id: z.string(),
  who: z.string(),
  why: z.string(),
  /** Last day on which it holds. */
  until: z.string(),
});

const decisionSchema = z.object({
  /** Id of the comment that made it. */
  id: z.string(),
  option: z.string(),
  because: z.string(),
  who: z.string(),
  at: z.number(),
  /** Digest of the mocks and contracts that were linked then. */
  links: z.string(),
});

const roundSchema = z.object({
  /** Digest of what is to be signed; another one is another question. */
  links: z.string(),
  askedAt: z.number(),
  stage: z.enum(['surrogate', 'dri', 'deciders']),
  /** When the next one is told; undefined when everybody was, or when it is settled. */
  nextAt: z.number().optional(),
  asked: z.array(z.string()),
  settled: z.object({ how: z.enum(['signed', 'decided', 'changed', 'dropped']), at: z.number() }).optional(),
});

/** What the gate remembers about an issue, beside what Linear knows. */
export const memorySchema = z.object({
  identifier: z.string().default(''),
  title: z.string().default(''),
  url: z.string().default(''),
  team: z.string().default(''),
  state: z.string().default(''),
  /** Whether the card is done, canceled or a duplicate. */
  isOver: z.boolean().default(false),
  verdict: z.enum(['pass', 'advise', 'block']).optional(),
  reasons: z.array(z.string()).default([]),
  /** Rules that failed and only watch. */
  watched: z.array(z.string()).default([]),
  /** Since when the verdict has been what it is. */
  since: z.number().default(0),
  movedBy: z.string().optional(),
  held: z.string().optional(),
  /** The entry into work that is being looked at, and when it was first seen. */
  entry: z.object({ cause: z.string(), seenAt: z.number() }).optional(),
  reverts: z.array(revertSchema).default([]),
  /** `number` counts the comments that people deleted. */
  comment: z.object({ number: z.number(), digest: z.string().optional() }).default({ number: 0 }),
  card: z.string().optional(),
  /** The draft as it was sent. */
  note: z.object({ id: z.string(), draft: z.string() }).optional(),
  /** Comments whose command was obeyed or refused. */
  commands: z.array(z.string()).default([]),
  overrides: z.array(overrideSchema).default([]),
  decisions: z.array(decisionSchema).default([]),
  rounds: z.array(roundSchema).default([]),
});

export type Memory = z.output<typeof memorySchema>;
export type Round = Memory['rounds'][number];

/** What is remembered of an issue that was never looked at. */
export const noMemory: Memory = memorySchema.parse({});
