import { defineFault } from '../../src/define-fault.ts';

export const filesOutliveModel = defineFault({
  id: 'MX28',
  capability: 'downloads',
  layer: 'service',
  sentence: 'The files of a removed model stay.',
  source: 'Ours: disks fill with what no page shows',
  reverts: 'that a model takes its files with it',
  install({ services }) {
    services.modelFiles.removeOf = async () => undefined;
  },
});
