export { anyHistory, brokenPromises } from './any-history.ts';
export { play } from './history.ts';
export { killAgainAndAgain } from './kill-repeatedly.ts';
export { policyInForce } from './policy-in-force.ts';
export { startPostgres } from './postgres.ts';
