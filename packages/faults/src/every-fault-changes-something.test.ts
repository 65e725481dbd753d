import { type PlatformInternals, startPlatform } from '@uat/platform';
import { afterAll, expect, test } from 'vitest';
import { wholeCatalog } from './catalog.ts';
import { defineFault, type Fault, type ServiceFault, type WireFault } from './define-fault.ts';
import { loadFaults } from './load-faults.ts';
import { recordedPlatform } from './testing/recorded-platform.ts';
import { sampleExchanges } from './testing/sample-exchanges.ts';
import { firstChange } from './testing/wire-changes.ts';

const faults = await loadFaults(wholeCatalog().map(({ id }) => id));
const samples = await sampleExchanges();
const inside = Promise.withResolvers<PlatformInternals>();
const platform = await startPlatform({ extend: inside.resolve });
const internals = await inside.promise;
afterAll(() => platform.close());

const isOf = <Layer extends Fault['layer']>(layer: Layer) =>
  faults.filter((fault): fault is Extract<Fault, { layer: Layer }> => fault.layer === layer);

function changesOf(fault: ServiceFault): string[] {
  const recorded = recordedPlatform(internals);
  fault.install(recorded.internals);
  return recorded.changes();
}

test.each(isOf('service'))('$id exchanges a member or adds a hook: $sentence', (fault) => {
  expect(changesOf(fault)).not.toEqual([]);
});

test.each(isOf('wire'))('$id changes a request or a response: $sentence', async (fault) => {
  expect(await firstChange(fault, samples)).toBeDefined();
});

test('what a fault changes is told by its name', async () => {
  const named = (id: string) => faults.find((fault) => fault.id === id);

  expect(changesOf(named('A4') as ServiceFault)).toEqual(['services.tokens.isPatActive']);
  expect(changesOf(named('A1d') as ServiceFault)).toEqual(['http.addHook preHandler']);
  expect(await firstChange(named('A24') as WireFault, samples)).toBe('PATCH /api/auth/validate 200');
});

test('a fault that does nothing is found out', async () => {
  const described = {
    id: 'X1',
    capability: 'tokens' as const,
    sentence: 'Nothing is broken.',
    source: 'This test',
    reverts: 'that nothing is broken',
  };
  const service = defineFault({
    ...described,
    layer: 'service',
    install({ services }) {
      const { isPatActive } = services.tokens;
      services.tokens.isPatActive = isPatActive;
    },
  });
  const wire = defineFault({ ...described, layer: 'wire', install: () => (request, next) => next(request) });

  expect(changesOf(service as ServiceFault)).toEqual([]);
  expect(await firstChange(wire as WireFault, samples)).toBeUndefined();
});

test('no fault reaches the platform that others are tried on', () => {
  const once = changesOf(isOf('service')[0] as ServiceFault);

  expect(changesOf(isOf('service')[0] as ServiceFault)).toEqual(once);
});
