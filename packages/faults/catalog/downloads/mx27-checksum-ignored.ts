import { defineFault } from '../../src/define-fault.ts';

export const checksumIgnored = defineFault({
  id: 'MX27',
  capability: 'downloads',
  layer: 'service',
  sentence: 'Bytes that are not what the hub promised are taken for the file.',
  source: 'Ours: a file that was spoilt on its way fails when it is loaded, or speaks nonsense',
  reverts: 'that a file is hashed before it counts',
  install({ services }) {
    services.hub.checksumMatches = () => true;
  },
});
