import { defineFault } from '../../src/define-fault.ts';

export const missingFileIsALoadingFailure = defineFault({
  id: 'M2b',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'A model whose file is gone is reported as broken, so it is not downloaded again.',
  source: 'SDK develop: MUST_REDOWNLOAD is a state of its own',
  reverts: 'that a missing file is told apart from one that cannot be loaded',
  install({ services }) {
    const { fail } = services.serving;
    services.serving.fail = (id, { code, message }) =>
      fail(id, { code: code === 'MUST_REDOWNLOAD' ? 'MODEL_LOADING_FAILURE' : code, message });
  },
});
