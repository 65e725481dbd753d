import { randomUUID } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { callerOf } from '../gateway/guard-requests.ts';
import type { Identity } from '../gateway/identity.ts';
import type { Foundation } from '../../services.ts';
import { defaultTenant } from '../../settings.ts';
import type { DecisionEvent, DecisionQuery } from './decision-store.ts';
import { entityText, type Entity, type Relation, type RelationTuple } from './relation.ts';

/** Whether a relation allows something, and why. */
export interface Judgement {
  allow: boolean;
  reason: string;
}

/** A judgement that can be found again in the record of decisions. */
export interface Decision extends Judgement {
  decisionId: string;
}

/** The decisions about relations; exchanged one by one, as all parts are. */
export interface RelationParts {
  /** The tenant in which a caller asks; what the caller says about it does not count. */
  tenantOf(request: FastifyRequest): string;
  holds(tuple: RelationTuple): boolean;
  mayCheck(caller: Identity, subject: Entity): boolean;
  /** Whether a caller may do what takes `relation`: administrators stand above relations. */
  judge(caller: Identity, tuple: RelationTuple): Judgement;
  /** Answers a question about a relation, for the record. */
  check(request: FastifyRequest, question: Omit<RelationTuple, 'tenant'>): Decision;
  /** Decides, for the record, whether the caller may do what takes `relation` to `object`; without relations the policy has decided. */
  guard(request: FastifyRequest, source: string, relation: Relation, object: Entity): Decision;
  /** What somebody who makes a thing is to it. */
  creatorRelations: readonly Relation[];
  /** What is left of a thing's relations when it is gone: nothing. */
  forget(request: FastifyRequest, object: Entity): void;
  /** Whether somebody who may not have a thing learns that it does not exist. */
  tellsMissing(caller: Identity): boolean;
  /** Recorded decisions, oldest first. */
  recorded(query: DecisionQuery): DecisionEvent[];
  record(request: FastifyRequest, source: string, tuple: RelationTuple, judge: () => Judgement): Decision;
}

/** Relations in their true form; `parts` reaches them as they are at the time of the call. */
export function createRelationParts(
  { settings, store, log }: Foundation,
  parts: () => RelationParts,
): RelationParts {
  return {
    tenantOf: () => defaultTenant,
    holds: (tuple) => store.tuples.has(tuple),
    mayCheck: (caller, { namespace, id }) =>
      caller.roles.includes('admin') || (namespace === 'user' && id === caller.sub),
    judge(caller, tuple) {
      if (caller.roles.includes('admin')) return { allow: true, reason: 'an administrator may' };
      return judgementOf(parts().holds(tuple), tuple);
    },
    check(request, question) {
      const tuple = { ...question, tenant: parts().tenantOf(request) };
      return parts().record(request, 'auth.check', tuple, () => judgementOf(parts().holds(tuple), tuple));
    },
    guard(request, source, relation, object) {
      const caller = callerOf(request.identity);
      if (!settings.relations) return { allow: true, reason: 'relations are off', decisionId: '' };
      const subject = { namespace: 'user', id: caller.sub };
      const tuple = { subject, relation, object, tenant: parts().tenantOf(request) };
      return parts().record(request, source, tuple, () => parts().judge(caller, tuple));
    },
    creatorRelations: ['owner', 'editor', 'viewer'],
    forget: (request, object) => store.tuples.removeObject(object, parts().tenantOf(request)),
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
}

function judgementOf(allow: boolean, { relation }: RelationTuple): Judgement {
  return { allow, reason: allow ? `relation ${relation} holds` : `relation ${relation} does not hold` };
}

// Quoted as JSON, so that a name with a quote or a line break in it cannot pretend to be another field or line.
function fields(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(' ');
}
