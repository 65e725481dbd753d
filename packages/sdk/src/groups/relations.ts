import type { CallOptions, RequestFunction } from '../transport/request.ts';
import type {
  DecisionEvent,
  Entity,
  RelationCheck,
  RelationTuple,
  RelationTupleDelete,
} from '../generated/schema.ts';

/** A filter on the recorded decisions; times in ISO 8601. */
export interface DecisionWindow {
  readonly tenant?: string;
  readonly result?: 'allow' | 'deny';
  readonly updated_after?: string;
  /** Per page. */
  readonly limit?: number;
  /** The `next_cursor` of an earlier page. */
  readonly cursor?: number;
}

/** Relation tuples of the access control; users who are not administrators may only check their own. */
export function relationsGroup(request: RequestFunction) {
  const decisions = (window: DecisionWindow = {}, options: CallOptions = {}) =>
    request(options, (client, init) =>
      client.GET('/auth/audit/decisions/export', { ...init, params: { query: window } }),
    );

  return {
    /** Adds a relation. */
    add: (tuple: RelationTuple, options: CallOptions = {}) =>
      request({ ...options, acceptEmpty: true }, (client, init) =>
        client.POST('/auth/tuples', { ...init, body: tuple }),
      ),
    /** Removes a relation; without `relation`, all between this subject and this object. */
    remove: (tuple: RelationTupleDelete, options: CallOptions = {}) =>
      request({ ...options, acceptEmpty: true }, (client, init) =>
        client.DELETE('/auth/tuples', { ...init, body: tuple }),
      ),
    /** Removes every relation to an object. */
    removeObject: (object: Entity, options: CallOptions = {}) =>
      request({ ...options, acceptEmpty: true }, (client, init) =>
        client.DELETE('/auth/tuples/object', { ...init, body: { object } }),
      ),
    list: (query: { tenant?: string; object_namespace?: string } = {}, options: CallOptions = {}) =>
      request(options, (client, init) => client.GET('/auth/tuples/', { ...init, params: { query } })),
    /** Rejects with an AuthorizationError when the relation does not hold. */
    check: (relation: RelationCheck, options: CallOptions = {}) =>
      request(options, (client, init) => client.POST('/auth/check', { ...init, body: relation })),
    /** One page of the recorded decisions, oldest first. */
    decisions,
    /** All decisions from the window's cursor on, fetched page by page. */
    async *decisionsFrom(window: DecisionWindow): AsyncGenerator<DecisionEvent, void> {
      let { cursor } = window;
      for (;;) {
        const page = await decisions(cursor === undefined ? window : { ...window, cursor });
        yield* page.events;
        // A page that announces more without a cursor would otherwise be fetched for ever.
        if (!page.has_more || page.next_cursor == null) return;
        cursor = page.next_cursor;
      }
    },
  };
}
