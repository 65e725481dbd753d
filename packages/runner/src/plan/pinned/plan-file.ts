import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { configurationError, jsonIn } from '@uat/core';
import { type PinnedPlan, pinnedPlanSchema, type PlanContent, planContentSchema } from '@uat/plan';
import { z } from 'zod';

/** A plan with the hash of its content, by which the record of each shard names it. */
export function sealed(content: PlanContent): PinnedPlan {
  return { hash: hashOf(content), ...content };
}

/**
 * Reads a plan file.
 * @throws UatError (configuration) when it cannot be read, is no plan, or was changed after it was written.
 */
export function readPlan(file: string): PinnedPlan {
  const plan = pinnedPlanSchema.safeParse(jsonIn(textOf(file)));
  if (!plan.success)
    throw configurationError(
      `${file} is not a plan: ${z.prettifyError(plan.error)}\nWrite one with pnpm uat plan --shards N --json ${file}.`,
    );
  const { hash, ...content } = plan.data;
  if (hash === hashOf(content)) return plan.data;
  throw configurationError(
    `${file} was changed after it was written: its content does not fit its hash ${hash}. Write a new one with pnpm uat plan.`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw configurationError(`The plan ${file} cannot be read: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** The hash of a plan, independent of the order in which its fields were written. */
function hashOf(content: PlanContent): string {
  const ordered = planContentSchema.parse(content);
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex').slice(0, 16);
}
