import { jsonIn } from '@uat/core';
import { z } from 'zod';

export const nullableText = z.string().nullable();

/** Milliseconds since 1970, read as an ISO time. */
export const timeSchema = z
  .int()
  .min(-8.64e15)
  .max(8.64e15)
  .transform((ms) => new Date(ms).toISOString());

/** A JSON text, read as its value; `undefined` when it is not JSON. */
export const jsonSchema = z.string().transform(jsonIn);

/** The items that fit a schema, and how many do not. */
export function fitting<Item>(
  schema: z.ZodType<Item>,
  rows: readonly unknown[],
): { rows: Item[]; skipped: number } {
  const read = rows.map((row) => schema.safeParse(row).data).filter((row) => row !== undefined);
  return { rows: read, skipped: rows.length - read.length };
}
