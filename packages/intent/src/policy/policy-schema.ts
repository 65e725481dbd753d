import { z } from 'zod';
import { fieldNames } from '../ticket/ticket-fields.ts';

/** Strictness of a rule, from nothing to moving the card back. */
export const modes = ['off', 'shadow', 'advise', 'enforce'] as const;
export type Mode = (typeof modes)[number];

const day = z.iso.date('write a day as 2026-12-01');
const names = z.array(z.string().min(1));

const whenSchema = z
  .strictObject({
    /** Kinds of work that the rule applies to; if left out, every kind. */
    work: z
      .array(z.enum(['interface', 'contract', 'both', 'other']))
      .min(1)
      .optional(),
    teams: names.optional(),
    labels: names.optional(),
    projects: names.optional(),
  })
  .default({});

/** A rule's requirement: a field, one of several fields, or a check that combines more than one. */
const requirementSchema = z.union([
  z.enum([...fieldNames, 'milestone', 'joint_review', 'dod_items_done']),
  z.strictObject({ any: z.array(z.enum(fieldNames)).min(2) }),
  z.strictObject({ all: z.array(z.enum(fieldNames)).min(2) }),
]);
export type Requirement = z.output<typeof requirementSchema>;

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id has small letters, digits and hyphens'),
  /** When the rule is evaluated: when work starts, or when the ticket is called done. */
  at: z.enum(['entry', 'done']),
  when: whenSchema,
  require: requirementSchema,
  mode: z.enum(modes),
  /** Instructions for the person who has to act. */
  fix: z.string().min(1),
  /** The day on which the rule was written or last changed. */
  changed: day,
  /** Until this day a new or changed rule runs in shadow, whatever its mode says. */
  shadow_until: day.optional(),
});
export type Rule = z.output<typeof ruleSchema>;

const overrideSchema = z.strictObject({
  ticket: z.string().min(1),
  /** Ids of the rules that are lifted; if left out, all of them. */
  rules: names.optional(),
  who: z.string().min(1),
  why: z.string().min(10, 'say why, in a sentence'),
  until: day,
});
export type Override = z.output<typeof overrideSchema>;

const kindSchema = z.strictObject({ labels: names.default([]), projects: names.default([]) });

/** The schema of `gate.policy.yaml`. */
export const policySchema = z
  .strictObject({
    version: z.literal(1),
    /** Tickets whose work started before this day are exempt. */
    since: day,
    /** Labels and projects that determine the kind of work; without any, the text decides. */
    work: z.strictObject({ interface: kindSchema, contract: kindSchema, other: kindSchema }),
    rules: z.array(ruleSchema).min(1),
    exempt: z
      .strictObject({
        labels: names.default([]),
        authors: names.default([]),
        bots: z.boolean().default(true),
      })
      .default({ labels: [], authors: [], bots: true }),
    overrides: z.array(overrideSchema).default([]),
    /** How long a person may take to complete a ticket after its card was moved, in seconds. */
    grace: z.int('write whole seconds').min(0).max(3_600).default(90),
    /**
     * A missing sign-off is requested from the customer surrogate, then the DRI, then the deciders; in working days.
     */
    sign_off: z
      .strictObject({
        surrogate_days: z.number().positive().max(60).default(2),
        dri_days: z.number().positive().max(60).default(1),
      })
      .default({ surrogate_days: 2, dri_days: 1 }),
  })
  .check((context) => {
    const { rules, overrides } = context.value;
    const ids = new Set<string>();
    for (const [at, { id }] of rules.entries()) {
      if (ids.has(id)) issue(`there is more than one rule '${id}'`, ['rules', at, 'id'], id);
      ids.add(id);
    }
    for (const [at, override] of overrides.entries()) {
      for (const [index, rule] of (override.rules ?? []).entries()) {
        if (!ids.has(rule)) issue(`there is no rule '${rule}'`, ['overrides', at, 'rules', index], rule);
      }
    }
    function issue(message: string, path: (string | number)[], input: unknown) {
      context.issues.push({ code: 'custom', message, path, input });
    }
  });

export type Policy = z.output<typeof policySchema>;
