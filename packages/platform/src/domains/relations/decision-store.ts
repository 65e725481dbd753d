import type { DatabaseSync } from 'node:sqlite';

/** A decision as the API shows it. */
export interface DecisionEvent {
  /** Increases with each decision, and is unique. */
  sequence: number;
  /** ISO 8601. */
  occurred_at: string;
  result: 'allow' | 'deny';
  tenant_id: string;
  subject_namespace: string;
  subject_id: string;
  object_namespace: string;
  object_id: string;
  relation: string;
  /** The caller of the decision, such as `auth.check`. */
  source: string;
  decision_id: string;
  reason: string;
  correlation_id: string;
  latency_ms: number;
}

/** A filter for decisions. */
export interface DecisionQuery {
  tenant?: string | undefined;
  result?: string | undefined;
  /** ISO 8601 in UTC, included. */
  since?: string | undefined;
  /** Only decisions after this sequence number. */
  after?: number | undefined;
  limit: number;
}

/** The record of decisions by relations. */
export interface Decisions {
  add(decision: Omit<DecisionEvent, 'sequence' | 'occurred_at'>): void;
  /** Oldest first. */
  page(query: DecisionQuery): DecisionEvent[];
}

/** Decisions kept in `database`. */
export function createDecisions(database: DatabaseSync): Decisions {
  const insert = database.prepare(
    `INSERT INTO decisions (occurred_at, result, tenant_id, subject_namespace, subject_id, object_namespace, object_id,
       relation, source, decision_id, reason, correlation_id, latency_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const page = database.prepare(
    `SELECT * FROM decisions
     WHERE sequence > ? AND tenant_id = ifnull(?, tenant_id) AND result = ifnull(?, result) AND occurred_at >= ?
     ORDER BY sequence LIMIT ?`,
  );
  return {
    add: (decision) =>
      void insert.run(
        new Date().toISOString(),
        decision.result,
        decision.tenant_id,
        decision.subject_namespace,
        decision.subject_id,
        decision.object_namespace,
        decision.object_id,
        decision.relation,
        decision.source,
        decision.decision_id,
        decision.reason,
        decision.correlation_id,
        decision.latency_ms,
      ),
    page: ({ tenant, result, since = '', after = 0, limit }) =>
      page
        .all(after, tenant ?? null, result ?? null, since, limit)
        .map((row) => ({ ...row }) as unknown as DecisionEvent),
  };
}
