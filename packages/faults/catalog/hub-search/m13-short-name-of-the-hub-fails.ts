import type { Regression } from './regression.ts';

export const regression: Regression = {
  id: 'M13',
  area: 'model-engine',
  sentence: 'To look for files on the hub "hf" is answered with 500.',
  source: 'SDK: "hf" was answered with 500, only "HubsHf" worked',
  reverts: "that a name which is not the hub's own is looked up before it is used",
  install({ parts }) {
    const { hubNamed } = parts.hub;
    parts.hub.hubNamed = (name) => {
      if (name === 'hf') throw new TypeError("Cannot read properties of undefined (reading 'hf')");
      return hubNamed(name);
    };
  },
};
