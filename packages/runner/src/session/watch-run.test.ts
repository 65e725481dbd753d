import { recordedEvents, recordEvent } from '@uat/record';
import { failed, plan, planned, target } from '@uat/record/testing';
import { stubServer, temporaryFolder } from '@uat/testing';
import { expect, test } from 'vitest';
import type { Witness } from '../target/witness.ts';
import { watchRun } from './watch-run.ts';

const ids = ['authnz/a#1', 'authnz/a#2', 'authnz/a#3'];
const up: Witness = { state: 'up', detail: 'GET http://t/api/ping answered 200' };
const down: Witness = {
  state: 'down',
  detail: 'GET http://t/api/ping failed: refused',
  at: '2026-11-22T18:31:10.000Z',
};

interface Watched {
  url: string;
  witness: Witness;
  most?: number;
}

/** Watches a run in which all tests fail at once; gives its record when `until` holds, or after two seconds. */
async function watched({ url, witness, most = 0 }: Watched) {
  const folder = temporaryFolder();
  recordEvent(folder, plan(...ids.map((id) => planned(id))));
  let interrupts = 0;
  let asked = 0;
  {
    await using _ = watchRun({
      ...{ folder, asksTarget: () => true, stopOn: undefined, again: undefined, show: false },
      target: {
        ...{ url, about: target },
        async witness() {
          asked += 1;
          return witness;
        },
      },
      maxInfrastructureFailures: most,
      stop: new AbortController().signal,
      interrupt: () => void (interrupts += 1),
    });
    recordEvent(folder, ...ids.map((id) => failed(id, { startedAt: new Date().toISOString() })));
    await expect
      .poll(() => interrupts, { timeout: 2_500 })
      .toBe(1)
      .catch(() => undefined);
  }
  const events = recordedEvents(folder);
  return {
    ...{ interrupts, asked },
    stops: events.flatMap((one) => (one.event === 'stopped' ? [one] : [])),
    probes: events.flatMap((one) => (one.event === 'probe' ? [one.id] : [])),
  };
}

test('a target that stays down ends the run', async () => {
  await using server = await stubServer((request) => request.socket.destroy());

  const { stops, interrupts } = await watched({ url: server.url, witness: down });

  expect(stops).toMatchObject([{ by: 'target', reason: 'the target went down at 2026-11-22T18:31:10.000Z' }]);
  expect(interrupts).toBe(1);
});

test('a target that is there again a moment later does not', async () => {
  await using server = await stubServer((_request, response) => response.end());

  const { stops, interrupts, probes } = await watched({ url: server.url, witness: down });

  expect({ stops, interrupts }).toEqual({ stops: [], interrupts: 0 });
  expect(probes).toEqual(ids);
});

test('failures within a second share a probe, which begins after them', async () => {
  const { asked, probes } = await watched({ url: 'http://unused.invalid', witness: up });

  expect(probes).toEqual(ids);
  expect(asked).toBe(2);
});

test('too many failures by infrastructure end the run', async () => {
  await using server = await stubServer((_request, response) => response.end());

  const { stops } = await watched({ url: server.url, witness: down, most: 2 });

  expect(stops).toMatchObject([
    { by: 'infrastructure', reason: expect.stringContaining('after 2 failures') },
  ]);
});
