import type { Fault } from './fault.ts';

export const fault: Fault = {
  id: 'F7',
  class: 'over-removal',
  sentence: 'A removal takes the folder above its own with it when that is empty.',
  source: 'elasticsearch PR #7078',
  check: 'nothing is gone that was there before it came',
  alsoRed: [
    { check: 'nothing of it is left', reason: 'what is gone is a difference, too' },
    {
      check: 'nothing of it runs or stays but its settings and data',
      reason: 'the folder is gone after a removal, too',
    },
    {
      check: 'after a power cut in the middle of it, it can be removed',
      reason: 'what is left then is removed in the same way',
    },
  ],
  change({ plan }) {
    const { steps } = plan.lifecycle;
    steps.prepareFolders += '\ninstall -d /var/opt/acme-agent';
    steps.forgetService +=
      '\nif [ -d /var/opt/acme-agent ]; then rmdir -p --ignore-fail-on-non-empty /var/opt/acme-agent; fi';
  },
};
