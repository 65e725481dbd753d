import { z } from 'zod';

const revertSchema = z.object({
  cause: z.string(),
  /** Id of the entry into work that was undone. */
  entry: z.string(),
  at: z.number(),
  mover: z.string(),
  to: z.string(),
});

const overrideSchema = z.object({
  /** Id of the comment that gave the override. */
  id: z.string(),
  who: z.string(),
  why: z.string(),
  /** Last day on which the override holds. */
  until: z.string(),
});

const decisionSchema = z.object({
  /** Id of the comment that made the decision. */
  id: z.string(),
  option: z.string(),
  because: z.string(),
  who: z.string(),
  at: z.number(),
  /** Digest of the mocks and contracts that were linked at the time. */
  links: z.string(),
});

const roundSchema = z.object({
  /** Digest of what is to be signed; a different digest is a new question. */
  links: z.string(),
  askedAt: z.number(),
  stage: z.enum(['surrogate', 'dri', 'deciders']),
  /** When the next person is asked; undefined when everybody was asked, or the question is settled. */
  nextAt: z.number().optional(),
  asked: z.array(z.string()),
  settled: z.object({ how: z.enum(['signed', 'decided', 'changed', 'dropped']), at: z.number() }).optional(),
});

/** What the gate remembers about an issue, in addition to what Linear knows. */
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
  /** Rules that failed but only run in shadow mode. */
  watched: z.array(z.string()).default([]),
  /** When the verdict last changed, in milliseconds since 1970. */
  since: z.number().default(0),
  movedBy: z.string().optional(),
  held: z.string().optional(),
  /** The entry into work under consideration, and when it was first seen. */
  entry: z.object({ cause: z.string(), seenAt: z.number() }).optional(),
  reverts: z.array(revertSchema).default([]),
  /** `number` counts the comments that people deleted. */
  comment: z.object({ number: z.number(), digest: z.string().optional() }).default({ number: 0 }),
  card: z.string().optional(),
  /** The draft as it was sent. */
  note: z.object({ id: z.string(), draft: z.string() }).optional(),
  /** Ids of comments whose command was carried out or refused. */
  commands: z.array(z.string()).default([]),
  overrides: z.array(overrideSchema).default([]),
  decisions: z.array(decisionSchema).default([]),
  rounds: z.array(roundSchema).default([]),
});

export type Memory = z.output<typeof memorySchema>;
export type Round = Memory['rounds'][number];

/** The memory of an issue that was never looked at. */
export const noMemory: Memory = memorySchema.parse({});
