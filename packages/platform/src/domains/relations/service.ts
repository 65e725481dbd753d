import { randomUUID } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { callerOf } from '../gateway/caller-of.ts';
import type { Identity } from '../gateway/identity.ts';
import type { Foundation } from '../../foundation.ts';
import { defaultTenant } from '../../settings.ts';
import type { DecisionEvent, DecisionQuery } from './decision-store.ts';
import { entityText, type Entity, type Relation, type RelationTuple } from './relation.ts';

/** Whether a relation allows something, with the reason. */
export interface Judgement {
  allow: boolean;
  reason: string;
}

/** A judgement with its id in the record of decisions. */
export interface Decision extends Judgement {
  decisionId: string;
}

/** Relation-based access control (ReBAC). */
export interface RelationService {
  holds(tuple: RelationTuple): boolean;
  mayCheck(caller: Identity, subject: Entity): boolean;
  /** Whether the caller may do what requires the relation; administrators always may. */
  judge(caller: Identity, tuple: RelationTuple): Judgement;
  /** Checks a relation and records the decision. */
  check(request: FastifyRequest, question: Omit<RelationTuple, 'tenant'>): Decision;
  /** Decides and records whether the caller has `relation` to `object`; always allows where relations are off. */
  guard(request: FastifyRequest, source: string, relation: Relation, object: Entity): Decision;
  /** Relations of a creator to a new object. */
  creatorRelations: readonly Relation[];
  /** Removes all relations of a deleted object. */
  forget(object: Entity): void;
  /** Whether the caller may learn that an object does not exist. */
  tellsMissing(caller: Identity): boolean;
  /** Recorded decisions, oldest first. */
  recorded(query: DecisionQuery): DecisionEvent[];
  record(request: FastifyRequest, source: string, tuple: RelationTuple, judge: () => Judgement): Decision;
}

/** Creates the relation service. */
export function createRelationService({
  settings,
  store,
  log,
}: Pick<Foundation, 'settings' | 'store' | 'log'>): RelationService {
  const self: RelationService = {
    holds: (tuple) => store.tuples.has(tuple),
    mayCheck: (caller, { namespace, id }) =>
      caller.roles.includes('admin') || (namespace === 'user' && id === caller.sub),
    judge(caller, tuple) {
      if (caller.roles.includes('admin')) return { allow: true, reason: 'an administrator may' };
      return judgementOf(self.holds(tuple), tuple);
    },
    check(request, question) {
      const tuple = { ...question, tenant: defaultTenant };
      return self.record(request, 'auth.check', tuple, () => judgementOf(self.holds(tuple), tuple));
    },
    guard(request, source, relation, object) {
      const caller = callerOf(request.identity);
      if (!settings.relations) return { allow: true, reason: 'relations are off', decisionId: '' };
      const subject = { namespace: 'user', id: caller.sub };
      const tuple = { subject, relation, object, tenant: defaultTenant };
      return self.record(request, source, tuple, () => self.judge(caller, tuple));
    },
    creatorRelations: ['owner', 'editor', 'viewer'],
    forget: (object) => store.tuples.removeObject(object, defaultTenant),
    tellsMissing: (caller) => !settings.relations || caller.roles.includes('admin'),
    recorded: (query) => store.decisions.page(query),
    record(request, source, tuple, judge) {
      const started = performance.now();
      const { allow, reason } = judge();
      const result = allow ? 'allow' : 'deny';
      const decisionId = randomUUID();
      store.decisions.add({
        result,
        tenant_id: tuple.tenant,
        subject_namespace: tuple.subject.namespace,
        subject_id: tuple.subject.id,
        object_namespace: tuple.object.namespace,
        object_id: tuple.object.id,
        relation: tuple.relation,
        source,
        decision_id: decisionId,
        reason,
        correlation_id: request.id,
        latency_ms: Math.round(performance.now() - started),
      });
      const facts = {
        result,
        relation: tuple.relation,
        subject: entityText(tuple.subject),
        object: entityText(tuple.object),
        tenant: tuple.tenant,
        decision_id: decisionId,
      };
      log.write({
        level: 'info',
        event: 'DECISION',
        message: `rebac_decision ${fields(facts)}`,
        request_id: request.id,
        user: request.identity?.username ?? null,
      });
      return { allow, reason, decisionId };
    },
  };
  return self;
}

function judgementOf(allow: boolean, { relation }: RelationTuple): Judgement {
  return { allow, reason: allow ? `relation ${relation} holds` : `relation ${relation} does not hold` };
}

// Quoted as JSON, so that a name with quotes or line breaks cannot forge another field or line.
function fields(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(' ');
}
