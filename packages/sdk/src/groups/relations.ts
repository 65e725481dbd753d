import type { Ask, CallOptions } from '../transport/request.ts';
import type { DecisionEvent, Entity, RelationCheck, RelationTuple, RelationTupleDelete } from '../schemas.ts';

/** Part of the recorded decisions; times in ISO 8601. */
export interface DecisionWindow {
  readonly tenant?: string;
  readonly result?: 'allow' | 'deny';
  readonly updated_after?: string;
  /** Per page. */
  readonly limit?: number;
  /** The `next_cursor` of an earlier page. */
  readonly cursor?: number;
}

/** Who stands how to what. Whoever is no administrator may check their own relations, and nothing else. */
export function relationsGroup(ask: Ask) {
  const decisions = (window: DecisionWindow = {}, options: CallOptions = {}) =>
    ask({ operationId: 'decisions' }, options, (client, init) =>
      client.GET('/auth/audit/decisions/export', { ...init, params: { query: window } }),
    );

  return {
    /** States a relation. */
    add: (tuple: RelationTuple, options: CallOptions = {}) =>
      ask({ operationId: 'addTuple', mayBeEmpty: true }, options, (client, init) =>
        client.POST('/auth/tuples', { ...init, body: tuple }),
      ),
    /** Takes a relation back; without `relation`, all between this subject and this object. */
    remove: (tuple: RelationTupleDelete, options: CallOptions = {}) =>
      ask({ operationId: 'removeTuple', mayBeEmpty: true }, options, (client, init) =>
        client.DELETE('/auth/tuples', { ...init, body: tuple }),
      ),
    /** Takes back every relation to an object. */
    removeObject: (object: Entity, options: CallOptions = {}) =>
      ask({ operationId: 'removeObjectTuples', mayBeEmpty: true }, options, (client, init) =>
        client.DELETE('/auth/tuples/object', { ...init, body: { object } }),
      ),
    list: (query: { tenant?: string; object_namespace?: string } = {}, options: CallOptions = {}) =>
      ask({ operationId: 'tuples' }, options, (client, init) =>
        client.GET('/auth/tuples/', { ...init, params: { query } }),
      ),
    /** Rejects with an AuthorizationError when the relation does not hold. */
    check: (question: RelationCheck, options: CallOptions = {}) =>
      ask({ operationId: 'check' }, options, (client, init) =>
        client.POST('/auth/check', { ...init, body: question }),
      ),
    /** One page of the recorded decisions, oldest first. */
    decisions,
    /** The decisions from a place on, page after page, until there are no more. */
    async *decisionsFrom(window: DecisionWindow): AsyncGenerator<DecisionEvent, void> {
      let { cursor } = window;
      for (;;) {
        const page = await decisions(cursor === undefined ? window : { ...window, cursor });
        yield* page.events;
        // A page that says there is more but not where would be asked for again and again.
        if (!page.has_more || page.next_cursor == null) return;
        cursor = page.next_cursor;
      }
    },
  };
}
