/** An answer of the target to a request. */
export interface Answer {
  status?: number;
  json?: unknown;
  html?: string;
  /** A redirect to the same URL. */
  location?: 'itself';
  delaySeconds?: number;
}

/** An answer instead of the usual one. */
export interface SpecialAnswer extends Answer {
  /** Number of requests that get the usual answer before. */
  after?: number;
  /** Number of the last request that gets it. */
  until?: number;
}

/** What happens to the target itself, or to a process of the run while a request waits. */
export type Incident =
  | 'die'
  | 'freeze'
  | 'restart'
  | 'SIGINT'
  | 'SIGTERM'
  | 'kill the worker'
  | 'kill Playwright'
  | 'kill the browser';

/** How the target behaves; an empty one is healthy. */
export interface TargetScene {
  state?: 'down' | 'frozen';
  /** Answers by path. */
  answers?: Readonly<Record<string, SpecialAnswer>>;
  /** An incident at the n-th request to a path. */
  at?: { path: string; nth: number; event: Incident };
  /** Seconds before each answer. */
  delaySeconds?: number;
  /** Whether it speaks TLS with a certificate of its own. */
  tls?: boolean;
}
