import type { Target } from '@uat/config';

/** The target of a run; `none` where all its tests are about packages. */
export type RunTarget = Target | { kind: 'none'; name: 'this machine' };
