import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M15',
  area: 'model-engine',
  sentence: 'Each deployment that failed keeps its place until it is deleted, and none is left to start in.',
  source: 'uat-bot load-test-report-0.13.1, rev 4.13',
  reverts: 'that a start gives its place back however it ends',
  install({ parts }) {
    const { fail, remove, starts } = parts.serving;
    const held = new Map<string, Promise<Disposable>>();
    parts.serving.fail = async (id, failure) => {
      held.set(id, starts.take(new AbortController().signal));
      await fail(id, failure);
    };
    parts.serving.remove = async (id) => {
      await remove(id);
      void held.get(id)?.then((place) => place[Symbol.dispose]());
    };
  },
};
