import { defineFault } from '../../src/define-fault.ts';

export const missingFileWaitsForEver = defineFault({
  id: 'M2',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'A deployment whose file is gone initializes for ever.',
  source: 'SDK develop: MUST_REDOWNLOAD was not terminal, 3600 s of waiting',
  reverts: 'that a file that is gone ends a start',
  install({ services }) {
    const { fail } = services.serving;
    services.serving.fail = async (id, failure) => {
      if (failure.code !== 'MUST_REDOWNLOAD') await fail(id, failure);
    };
  },
});
