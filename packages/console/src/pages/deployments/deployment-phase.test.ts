import { expect, test } from 'vitest';
import { phaseOf } from './deployment-phase.ts';

test.each([
  ['UNINITIALIZED', 'starting'],
  ['REQUESTED', 'starting'],
  ['DEPLOYING', 'starting'],
  ['INITIALIZING', 'starting'],
  ['DEPLOYED', 'serving'],
  ['STOPPED', 'stopped'],
  ['ERROR', 'failed'],
  ['FAILED', 'failed'],
  ['MUST_REDOWNLOAD', 'failed'],
])('a deployment that is %s is %s', (status, phase) => expect(phaseOf({ status })).toBe(phase));
