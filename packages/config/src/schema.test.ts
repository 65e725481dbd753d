import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type UatConfigInput, uatConfigSchema } from './schema.ts';

const smallest: UatConfigInput = {
  tickets: { pattern: /^ENG-\d+$/, url: 'https://tickets.test/%s' },
  areas: { smoke: { title: 'Smoke' } },
  lanes: { local: {}, cd: {}, nightly: {} },
};

function complaints(config: unknown): string {
  const { error } = uatConfigSchema.safeParse(config);
  return error === undefined ? '' : z.prettifyError(error);
}

test('the smallest config gets its defaults', () => {
  expect(uatConfigSchema.parse(smallest)).toMatchObject({
    suites: 'suites',
    areas: { smoke: { browser: true, after: [] } },
    lanes: {
      local: { workers: 2, testTimeout: 30, expectTimeout: 5, maxFailures: 0, maxInfrastructureFailures: 10 },
      cd: { maxFailures: 30, maxInfrastructureFailures: 5 },
      nightly: { maxFailures: 0, maxInfrastructureFailures: 10 },
    },
    roles: {},
    targets: {},
  });
});

describe('a config is refused with the place and the reason', () => {
  test.each([
    {
      what: 'an area after one that is not there',
      change: { areas: { authnz: { title: 'A', after: ['smoke'] } } },
      says: "there is no area 'smoke'",
      place: 'areas.authnz.after',
    },
    {
      what: 'a profile for the embedded target',
      change: { targets: { embedded: { url: 'https://kamiwaza.test' } } },
      says: "'embedded' is a platform of this machine",
      place: 'targets.embedded',
    },
    { what: 'a key that does not exist', change: { tagets: {} }, says: 'tagets', place: '' },
    {
      what: 'a target without a scheme',
      change: { targets: { staging: { url: 'staging.test' } } },
      says: 'Invalid',
      place: 'targets.staging.url',
    },
    {
      what: 'a grant that is none',
      change: { targets: { staging: { url: 'https://staging.test', grants: ['everything'] } } },
      says: 'Invalid',
      place: 'targets.staging.grants',
    },
    {
      what: 'a role that is none',
      change: { roles: { root: { token: 'T' } } },
      says: 'root',
      place: 'roles',
    },
    {
      what: 'a ticket URL without a place for the id',
      change: { tickets: { pattern: /x/, url: 'https://tickets.test/' } },
      says: '%s',
      place: 'tickets.url',
    },
    {
      what: 'no workers at all',
      change: { lanes: { local: { workers: 0 }, cd: {}, nightly: {} } },
      says: '>0',
      place: 'lanes.local.workers',
    },
    {
      what: 'a lane that ends after half a failure',
      change: { lanes: { local: {}, cd: { maxFailures: 0.5 }, nightly: {} } },
      says: 'int',
      place: 'lanes.cd.maxFailures',
    },
    {
      what: 'an area that is no folder name',
      change: { areas: { 'Auth NZ': { title: 'A' } } },
      says: 'Auth NZ',
      place: 'areas',
    },
  ])('$what', ({ change, says, place }) => {
    const said = complaints({ ...smallest, ...change });

    expect(said).toContain(says);
    expect(said).toContain(place);
  });
});
