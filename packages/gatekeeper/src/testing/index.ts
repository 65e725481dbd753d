export { anyHistory, violations } from './any-history.ts';
export { play } from './history.ts';
export { killRepeatedly } from './kill-repeatedly.ts';
export { policyInForce } from './policy-in-force.ts';
