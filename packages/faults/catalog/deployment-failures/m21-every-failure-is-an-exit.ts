import { defineFault } from '../../src/define-fault.ts';

export const everyFailureIsAnExit = defineFault({
  id: 'M21',
  capability: 'deployment-failures',
  layer: 'service',
  sentence: 'Every reason that keeps a model from serving is reported as CONTAINER_EXITED.',
  source: 'Kamiwaza docs, models/deployment',
  reverts: 'that failures are reported by their cause',
  install({ services }) {
    const { fail } = services.serving;
    services.serving.fail = (id, { code, message }) =>
      fail(id, { code: code === 'MUST_REDOWNLOAD' ? code : 'CONTAINER_EXITED', message });
  },
});
