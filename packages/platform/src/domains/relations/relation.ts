/** The kinds of relations. */
export const relations = [
  'can_access',
  'cleared_for',
  'connector_operator',
  'editor',
  'executor',
  'includes',
  'invoker',
  'member',
  'mission',
  'mission_member',
  'mission_owner',
  'operator',
  'owner',
  'shared_to_workroom',
  'viewer',
  'writer',
] as const;

export type Relation = (typeof relations)[number];

/** A subject or an object: `user`, `group`, `model` … and its id. */
export interface Entity {
  namespace: string;
  id: string;
}

/** A relation of a subject to an object, in one tenant. */
export interface RelationTuple {
  subject: Entity;
  relation: Relation;
  object: Entity;
  tenant: string;
}

/** The text form of an entity: `model:42`. */
export function entityText({ namespace, id }: Entity): string {
  return `${namespace}:${id}`;
}
