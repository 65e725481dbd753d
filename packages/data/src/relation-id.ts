import type { RelationTuple, RelationTupleDelete, TupleRecord } from '@uat/sdk';
import { z } from 'zod';

const entitySchema = z.object({ namespace: z.string(), id: z.string() });
const tupleSchema = z.object({
  subject: entitySchema,
  // Any string: a relation is removed under the name that the target listed.
  relation: z.string(),
  object: entitySchema,
  tenant_id: z.string().optional(),
});

/** A relation as one text: relations have no id of their own on a target. */
export function relationId({ subject, relation, object, tenant_id }: RelationTuple): string {
  return JSON.stringify({ subject, relation, object, tenant_id: tenant_id ?? undefined });
}

/** The relation in a {@link relationId}. */
export function relationIn(id: string): RelationTupleDelete {
  return tupleSchema.parse(JSON.parse(id)) as RelationTupleDelete;
}

/** The relation in a record of a target's list. */
export function tupleIn(record: TupleRecord): RelationTuple {
  return {
    subject: { namespace: record.subject_namespace, id: record.subject_id },
    relation: record.relation as RelationTuple['relation'],
    object: { namespace: record.resource_type, id: record.resource_id },
    tenant_id: record.tenant_id,
  };
}
