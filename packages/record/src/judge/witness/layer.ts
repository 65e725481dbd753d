import type { PlannedTest } from '../../planned-test.ts';
import type { Attempt, EventOf } from '../../schema.ts';
import { type FailureCause, isOfThisMachine } from '../failure-cause.ts';

/** The layers in which a failure may arise. */
export const failureLayers = [
  'console',
  'api',
  'identity',
  'model-engine',
  'installer',
  'harness',
  'contract',
  'intent',
] as const;
export type FailureLayer = (typeof failureLayers)[number];

/** Requests that sign in; what a signed-in user then asks is the API's. */
const signIn = /\/realms\/|\/api\/auth\/(?:login|token|refresh|callback|logout)\b/;

const engine = /\/api\/serving\/|\/v1\/(?:chat\/)?(?:completions|embeddings|models)\b|\/runtime\/models\//;

/**
 * The layer in which a failure arose, from its cause, its error, its phase and the probe after it. Only what shows
 * another layer takes an error away from the interface through which the test met it: API or console.
 */
export function layerOf(
  test: PlannedTest,
  attempt: Attempt,
  cause: FailureCause,
  probe: EventOf<'probe'> | undefined,
): FailureLayer {
  const { message = '', stack = '' } = attempt.error ?? {};
  const isAboutPackage = test.product !== undefined || probe?.withoutTarget === true;
  if (cause === 'test' || isOfThisMachine(message)) return 'harness';
  if (isAboutPackage) return 'installer';
  if (attempt.refusedRole !== undefined) return 'identity';
  // A spec that does not declare what it does to the target.
  if (cause === 'configuration') return 'intent';
  if (/\bbreaks the contract\b/.test(message)) return 'contract';
  const isRefusedInSetUp = attempt.phase === 'setup' && /^AuthenticationError\b/.test(stack);
  if (isRefusedInSetUp || signIn.test(message)) return 'identity';
  if (probe?.authentication !== undefined && probe.authentication.state !== 'accepted') return 'identity';
  if (engine.test(message)) return 'model-engine';
  return attempt.layer === 'browser' ? 'console' : 'api';
}
