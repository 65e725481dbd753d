/** Times are milliseconds since 1970, JSON is text: both databases keep them alike. */
export interface Tables {
  /** Deliveries that were accepted, so that the same one is not taken twice. */
  inbox: {
    delivery_id: string;
    body_hash: string;
    kind: string;
    received_at: number;
  };
  /** Issues that have to be looked at. A row is a hint: what is true is read from Linear. */
  due_issue: {
    /** An issue's id, or `document:` and the id of a document whose issue is not known yet. */
    issue_id: string;
    due_at: number;
    /** Grows with every hint, so that one that comes while the issue is judged is not lost. */
    generation: number;
    claimed_by: string | null;
    claimed_until: number;
    attempts: number;
  };
  /** What the gate remembers about an issue. */
  issue: {
    issue_id: string;
    identifier: string;
    verdict: string | null;
    note_id: string | null;
    /** Writes that were ever decided for it: numbers them. */
    effects: number;
    /** Comments of the gate that people deleted. */
    lost_comments: number;
    memory: string;
    updated_at: number;
  };
  /** Writes to Linear that were decided and not yet carried out. */
  outbox: {
    issue_id: string;
    /** Order within the issue. */
    number: number;
    /** Of the writes in one lane one is sent at a time, by `position`: those of an issue, and those to one log. */
    lane: string;
    position: number;
    kind: string;
    effect: string;
    urgent: number;
    created_at: number;
    due_at: number;
    attempts: number;
    claimed_by: string | null;
    claimed_until: number;
    /** `waiting`, or `dead` when repeating it cannot help. */
    state: string;
    reason: string | null;
  };
  /** Reverts that were decided and not made, because the card had moved on or its ticket was complete by then. */
  dropped_revert: { issue_id: string; cause: string };
  /** Moves that webhooks told of, to see when one hand moved several cards at once. */
  card_move: { issue_id: string; actor_id: string; at: number };
  /** What happened, for ever. */
  audit: {
    id: string;
    at: number;
    issue_id: string;
    event: string;
    detail: string;
  };
  /** Single values: the position of the scan, the time of the last delivery. */
  kept: { name: string; value: string };
}
