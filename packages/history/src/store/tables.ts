/** Times are milliseconds since 1970, flags are 0 or 1, and JSON is text, so that both databases store them alike. */
export interface HistoryTables {
  history_run: {
    run_id: string;
    /** Hash of what happened: two merges of the same parts are one run. */
    digest: string;
    started_at: number;
    ended_at: number | null;
    lane: string;
    target: string;
    version: string | null;
    contract_version: string | null;
    suite_commit: string | null;
    kind: string;
    exit_code: number;
    seconds: number;
    areas: string;
    counts: string;
    plan_hash: string | null;
    is_full: number;
    source: string;
  };
  history_result: {
    run_id: string;
    /** Id of the test in that run, with product and repetition. */
    test: string;
    /** Its id without product and repetition. */
    promise: string;
    title: string;
    outcome: string;
    cause: string | null;
    attempts: number;
    seconds: number;
    fingerprint: string | null;
    detail: string | null;
  };
}
export type RunRow = HistoryTables['history_run'];
export type ResultRow = HistoryTables['history_result'];
