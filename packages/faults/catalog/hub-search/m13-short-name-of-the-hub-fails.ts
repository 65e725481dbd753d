import { defineFault } from '../../src/define-fault.ts';

export const shortNameOfTheHubFails = defineFault({
  id: 'M13',
  capability: 'hub-search',
  layer: 'service',
  sentence: 'A search for files on the hub by its short name "hf" is answered with 500.',
  source: 'SDK: "hf" was answered with 500, only "HubsHf" worked',
  reverts: "that a name which is not the hub's own is looked up before it is used",
  install({ services }) {
    const { hubNamed } = services.hub;
    services.hub.hubNamed = (name) => {
      if (name === 'hf') throw new TypeError("Cannot read properties of undefined (reading 'hf')");
      return hubNamed(name);
    };
  },
});
