import type { FixtureDraft } from '@uat/artifacts';
import type { PlatformInternals } from '@uat/platform';
import type { Capability } from './capabilities.ts';
import type { Middleware } from './wire/exchange.ts';

interface Described {
  /** Its row in the list of past faults (`A4`, `M7b`, `F12`); those of our own probes begin with `AX` and `MX`. */
  readonly id: string;
  /** What it breaks; also the name of its folder. */
  readonly capability: Capability;
  /** What a user would notice: one sentence, in the present tense. */
  readonly sentence: string;
  /** The ticket, commit or document that reports it; for one of our own, why it is worth catching. */
  readonly source: string;
  /** Kept from the suites and from `uat efficacy`, to measure how they do against what no test was written for. */
  readonly heldOut?: true;
  /** Message of the failed tests that notice this fault without naming it, such as a check that every test makes. */
  readonly symptom?: RegExp;
  /** The test that has to turn red, by its title; left out, any test that names the fault in `catches` will do. */
  readonly caughtBy?: CaughtBy;
}

export interface CaughtBy {
  /** Title of the test. */
  readonly test: string;
  /** Titles of other tests that turn red with it, each with the reason; `*` stands for any. */
  readonly alsoRed?: readonly { test: string; reason: string }[] | undefined;
}

/** A fault inside the embedded platform: it exchanges a decision, or hooks into what happens to a request. */
export interface ServiceFault extends Described {
  readonly layer: 'service';
  /** The rule of the platform that it takes back. */
  readonly reverts: string;
  install(platform: PlatformInternals): void;
}

/** A fault between clients and a platform, whichever it is: it changes requests, responses, or both. */
export interface WireFault extends Described {
  readonly layer: 'wire';
  /** The rule of the platform that it takes back. */
  readonly reverts: string;
  /** A middleware of its own for each proxy, since some remember. */
  install(): Middleware;
}

/** A fault in the fixture package. */
export interface PackageFault extends Described {
  readonly layer: 'package';
  /** Changes the draft of one release; called once for each of them. */
  install(draft: FixtureDraft): void;
}

/** A fault that can be switched on to prove that the suites notice it. */
export type Fault = ServiceFault | WireFault | PackageFault;

/** Gives the fault back as it is: for the types of its fields. */
export function defineFault(fault: Fault): Fault {
  return fault;
}
