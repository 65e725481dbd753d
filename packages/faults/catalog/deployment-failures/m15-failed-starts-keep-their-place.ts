import { defineFault } from '../../src/define-fault.ts';

export const failedStartsKeepTheirPlace = defineFault({
  id: 'M15',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'Each failed deployment keeps its slot until it is deleted, and none is left to start in.',
  source: 'uat-bot load-test-report-0.13.1, rev 4.13',
  reverts: 'that a start gives its place back however it ends',
  install({ services }) {
    const { fail, remove, starts } = services.serving;
    const held = new Map<string, Promise<Disposable>>();
    services.serving.fail = async (id, failure) => {
      held.set(id, starts.take(new AbortController().signal));
      await fail(id, failure);
    };
    services.serving.remove = async (id) => {
      await remove(id);
      void held.get(id)?.then((place) => place[Symbol.dispose]());
    };
  },
});
