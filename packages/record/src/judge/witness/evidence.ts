import type { Symptom } from '@uat/config';
import type { RunState } from '../../fold.ts';
import type { Attempt, EventOf } from '../../schema.ts';
import {
  type FailureCause,
  isOfThisMachine,
  isRedeployed,
  refusedValidCredentials,
} from '../failure-cause.ts';
import { starvation } from '../starvation.ts';
import type { Correlation } from './correlations.ts';
import { testError } from './test-error.ts';

export const confidences = ['low', 'medium', 'high'] as const;
/** How well the evidence supports the cause of a failure. */
export type Confidence = (typeof confidences)[number];

/** A fact about a failure, and how much it speaks for (or, negative, against) its cause. */
interface Fact {
  sentence: string;
  weight: number;
}

export interface EvidenceInput {
  attempt: Attempt;
  cause: FailureCause;
  /** Failed attempts of the test, in order. */
  failures: readonly Attempt[];
  /** Whether a later attempt passed. */
  hasPassed: boolean;
  correlation: Correlation | undefined;
  /** Times at which probes found the target down, in order. */
  downTimes: readonly number[];
  symptoms: readonly Symptom[];
}

/**
 * The evidence for the cause of a failure, one sentence per fact. The weights of the facts add up to the confidence:
 * high from 2, medium at 1, low below.
 */
export function evidenceOf(
  input: EvidenceInput,
  state: RunState,
): { evidence: string[]; confidence: Confidence } {
  const facts = [
    ...errorFacts(input, state),
    ...probeFacts(input, state),
    ...repetitionFacts(input),
    ...symptomFacts(input),
  ];
  const sum = facts.reduce((total, { weight }) => total + weight, 0);
  return {
    evidence: facts.map(({ sentence }) => sentence),
    confidence: sum >= 2 ? 'high' : sum === 1 ? 'medium' : 'low',
  };
}

/** Errors of a connection: the target may have been gone, or something between it and this machine. */
const connection =
  /\b(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND|UND_ERR_\w+)\b|socket hang up|fetch failed|net::ERR_|other side closed/;

function errorFacts({ attempt, cause }: EvidenceInput, { accepted, machine }: RunState): Fact[] {
  const { message = '', stack = message, timedOut = false } = attempt.error ?? {};
  if (attempt.cause !== undefined && attempt.cause === cause)
    return [fact(`a fixture found that the cause is ${cause}`, 2)];
  if (isOfThisMachine(message)) return [fact('the error is one of the machine on which the tests ran', 2)];
  const thrown = testError(stack);
  if (cause === 'test' && thrown === 'certain')
    return [fact('the code of the test or of a fixture threw the error', 2)];
  if (thrown === 'likely')
    return [fact('the test used a value that the answer may have lacked, and checked nothing before', -1)];
  const facts: Fact[] = [];
  if (refusedValidCredentials(attempt, accepted))
    facts.push(fact('the target accepts the same credentials elsewhere in the run', 1));
  const starved = starvation(attempt, machine);
  if (starved !== undefined)
    facts.push(fact(`this machine was starved: other processes took ${percent(starved.taken)} of it`, 1));
  if (connection.test(message)) facts.push(fact('a connection failed', cause === 'product' ? -1 : 1));
  else if (timedOut || attempt.status === 'timedOut') facts.push(fact('a deadline is the only error', 0));
  else if (cause === 'product') facts.push(fact('the test got a result, and it was wrong', 1));
  if (attempt.phase === 'setup') facts.push(fact('it failed before the body of the test', 0));
  if (attempt.phase === 'teardown') facts.push(fact('it failed after the body of the test', 0));
  return facts;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Milliseconds within which a target that is down casts doubt on a failure before. */
const shortlyMs = 10_000;

function probeFacts({ attempt, cause, downTimes }: EvidenceInput, { probes, target }: RunState): Fact[] {
  const probe = probes.get(attempt.id);
  const judgesTarget = cause === 'product' || (cause === 'infrastructure' && attempt.cause === undefined);
  if (probe === undefined)
    return judgesTarget ? [fact('the target was not probed after the failure', 0)] : [];
  if (probe.withoutTarget === true) return [fact('the test uses no target', cause === 'product' ? 1 : 0)];
  const facts: Fact[] = [
    probe.state === 'up'
      ? fact(`the target answered its probe: ${probe.detail}`, cause === 'product' ? 1 : 0)
      : fact(`the target was down: ${probe.detail}`, cause === 'infrastructure' ? 2 : 0),
  ];
  if (isRedeployed(probe, target))
    facts.push(
      fact(
        `the target was redeployed: version ${probe.version} answers, and ${target?.version} did at the start`,
        cause === 'infrastructure' ? 2 : -1,
      ),
    );
  facts.push(...authenticationFacts(probe, cause), ...resourceFacts(probe, cause));
  const later = cause === 'product' ? secondsUntilDown(attempt, downTimes) : undefined;
  if (later !== undefined) facts.push(fact(`the target was down ${later} s later`, -2));
  return facts;
}

function authenticationFacts({ authentication }: EventOf<'probe'>, cause: FailureCause): Fact[] {
  if (authentication === undefined) return [];
  if (authentication.state === 'accepted') return [fact('the target still accepts a session of the run', 0)];
  const sentence =
    authentication.state === 'refused'
      ? 'the target no longer accepts a session of the run'
      : 'authentication on the target is broken';
  return [fact(`${sentence}: ${authentication.detail}`, cause === 'product' ? 1 : 0)];
}

function resourceFacts({ resources = [] }: EventOf<'probe'>, cause: FailureCause): Fact[] {
  return resources
    .filter(({ state }) => state === 'short')
    .map(({ detail }) => fact(`the target is short of resources: ${detail}`, cause === 'product' ? -1 : 1));
}

/** Seconds from the end of an attempt to the next probe that found the target down, if that was soon. */
function secondsUntilDown(attempt: Attempt, downTimes: readonly number[]): number | undefined {
  const end = Date.parse(attempt.startedAt) + attempt.ms;
  const next = downTimes.find((time) => time >= end);
  return next === undefined || next - end > shortlyMs ? undefined : Math.round((next - end) / 100) / 10;
}

/** Times at which probes found the target down, in order. */
export function downTimesIn({ probes }: Pick<RunState, 'probes'>): number[] {
  // Many failures share a probe.
  const times = new Set([...probes.values()].flatMap(({ state, at = '' }) => (state === 'down' ? at : [])));
  return [...times]
    .filter(Boolean)
    .map((at) => Date.parse(at))
    .toSorted((a, b) => a - b);
}

function repetitionFacts({ attempt, failures, hasPassed, correlation }: EvidenceInput): Fact[] {
  const facts: Fact[] = [];
  const alike = failures.filter(({ error }) => error?.fingerprint === attempt.error?.fingerprint);
  if (hasPassed) facts.push(fact('it passed when it was tried again', -1));
  else if (alike.length > 1) facts.push(fact(`it failed in the same way in ${alike.length} attempts`, 1));
  const { sameError = 0, wholeCapability } = correlation ?? {};
  if (sameError > 0)
    facts.push(
      fact(`${sameError} other ${sameError === 1 ? 'test' : 'tests'} failed with the same error`, 1),
    );
  if (wholeCapability !== undefined)
    facts.push(fact(`all ${wholeCapability} tests of its capability failed`, 0));
  return facts;
}

function symptomFacts({ symptoms, cause }: EvidenceInput): Fact[] {
  return symptoms.map(({ label, ticket, class: hint }) => {
    const about = ticket === undefined ? '' : ` (${ticket})`;
    if (hint === undefined) return fact(`it shows the symptom ${label}${about}`, 0);
    return fact(`it shows the symptom ${label}${about}, which suggests ${hint}`, hint === cause ? 1 : -1);
  });
}

const fact = (sentence: string, weight: number): Fact => ({ sentence, weight });
