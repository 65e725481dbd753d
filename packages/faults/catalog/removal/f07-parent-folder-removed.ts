import { defineFault } from '../../src/define-fault.ts';

export const parentFolderRemoved = defineFault({
  id: 'F7',
  capability: 'removal',
  layer: 'package',
  sentence: 'A removal takes the folder above its own with it when that is empty.',
  source: 'elasticsearch PR #7078',
  caughtBy: {
    test: 'nothing is gone that was there before it came',
    alsoRed: [
      { test: 'nothing of it is left', reason: 'what is gone is a difference, too' },
      {
        test: 'nothing of it runs or stays but its settings and data',
        reason: 'the folder is gone after a removal, too',
      },
      {
        test: 'after a power cut in the middle of it, it can be removed',
        reason: 'what is left then is removed in the same way',
      },
    ],
  },
  install({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\ninstall -d /var/opt/acme-agent';
    steps.forgetService +=
      '\nif [ -d /var/opt/acme-agent ]; then rmdir -p --ignore-fail-on-non-empty /var/opt/acme-agent; fi';
  },
});
