/** Times are milliseconds since 1970 and JSON is text, so that both databases store them alike. */
export interface Tables {
  /** Accepted deliveries, so that none is processed twice. */
  inbox: {
    delivery_id: string;
    body_hash: string;
    kind: string;
    received_at: number;
  };
  /** Issues to be looked at. A row is only a hint: the truth is read from Linear. */
  due_issue: {
    /** An issue's id, or `document:` and the id of a document whose issue is not known yet. */
    issue_id: string;
    due_at: number;
    /** Grows with every hint, so that a hint which arrives while the issue is judged is not lost. */
    generation: number;
    claimed_by: string | null;
    claimed_until: number;
    attempts: number;
  };
  /** The gate's memory of an issue. */
  issue: {
    issue_id: string;
    identifier: string;
    verdict: string | null;
    note_id: string | null;
    /** Number of writes ever decided for the issue; numbers the next one. */
    effects: number;
    /** Number of the gate's comments that people deleted. */
    lost_comments: number;
    memory: string;
    updated_at: number;
  };
  /** Writes to Linear that were decided and not carried out yet. */
  outbox: {
    issue_id: string;
    /** Order within the issue. */
    number: number;
    /** Writes in one lane are sent one at a time, by `position`: those of an issue, and those to one log. */
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
    /** `waiting`, or `dead` when retrying cannot fix it. */
    state: string;
    reason: string | null;
  };
  /**
   * Reverts that were decided but not carried out, because the card had moved on or its ticket was complete by then.
   */
  dropped_revert: { issue_id: string; cause: string };
  /** Moves reported by webhooks, to recognise when one actor moved several cards at once. */
  card_move: { issue_id: string; actor_id: string; at: number };
  /** The audit log, kept forever. */
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
