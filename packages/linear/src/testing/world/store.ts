import type { LinearRecord, RecordType } from './record.ts';

/** The stand-in's records, now and in the past. */
export interface Store {
  /** The record as of a time; undefined when it did not exist. */
  get(type: RecordType, id: unknown, at?: number): LinearRecord | undefined;
  all(type: RecordType, at?: number): LinearRecord[];
  /** Records of a type that refer to another: `related('Comment', 'issueId', issue.id)`. */
  related(type: RecordType, field: string, id: string, at?: number): LinearRecord[];
  write(record: LinearRecord, at: number): void;
  remove(type: RecordType, id: string, at: number): void;
}

interface Version {
  readonly from: number;
  readonly record: LinearRecord | undefined;
}

/** Relations that are also looked up in reverse. */
const indexed: Partial<Record<RecordType, readonly string[]>> = {
  WorkflowState: ['teamId'],
  Cycle: ['teamId'],
  Issue: ['teamId', 'parentId'],
  IssueHistory: ['issueId'],
  Comment: ['issueId', 'parentId'],
  Attachment: ['issueId'],
  Document: ['issueId', 'teamId'],
  ProjectMilestone: ['projectId'],
};

/** The number of versions kept per record. */
const keptVersions = 50;

export function createStore(): Store {
  const types = new Map<RecordType, Map<string, Version[]>>();
  const index = new Map<string, Set<string>>();
  const versionsOf = (type: RecordType) => {
    const known = types.get(type) ?? new Map<string, Version[]>();
    types.set(type, known);
    return known;
  };
  const pick = (versions: readonly Version[] | undefined, at: number | undefined) =>
    at === undefined ? versions?.at(-1)?.record : versions?.findLast(({ from }) => from <= at)?.record;

  const add = (type: RecordType, id: string, version: Version) => {
    const known = versionsOf(type);
    known.set(id, [...(known.get(id) ?? []).slice(-keptVersions), version]);
  };

  return {
    get: (type, id, at) => (typeof id === 'string' ? pick(versionsOf(type).get(id), at) : undefined),

    all: (type, at) => [...versionsOf(type).values()].flatMap((versions) => pick(versions, at) ?? []),

    related(type, field, id, at) {
      const ids = index.get(`${type}.${field}=${id}`) ?? [];
      return [...ids].flatMap((one) => {
        const record = pick(versionsOf(type).get(one), at);
        return record?.[field] === id ? [record] : [];
      });
    },

    write(record, at) {
      const { kind: type, id } = record;
      add(type, id, { from: at, record });
      for (const field of indexed[type] ?? []) {
        const target = record[field];
        if (typeof target !== 'string') continue;
        const key = `${type}.${field}=${target}`;
        index.set(key, (index.get(key) ?? new Set()).add(id));
      }
    },

    remove: (type, id, at) => add(type, id, { from: at, record: undefined }),
  };
}
