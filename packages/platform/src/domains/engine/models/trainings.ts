import type { Training } from '../gguf/chat-model.ts';

/**
 * What the platform's own models were trained on. No two of them share a word, so that an answer shows which model gave
 * it; a model says something else when a prompt ends in another of its words, so that an answer shows which prompt it
 * belongs to; and some words go on in several ways, so that an answer shows whether temperature and seed were heeded.
 */
export const trainings = [
  {
    name: 'harbour-chat',
    contextLength: 512,
    sentences: [
      'Ships leave the harbour at dawn.',
      'Gulls circle above every fishing boat all morning.',
      'Sailors mend torn nets while cooks peel onions below deck.',
      'Storms scatter fleets across cold northern water.',
      // "glow" goes on in four ways, and so does "quay"; "wave after wave" never ends at temperature 0.
      'Lanterns glow amber beside quay one tonight.',
      'Lanterns glow crimson beside quay two tonight.',
      'Lanterns glow violet beside quay three tonight.',
      'Lanterns glow golden beside quay four tonight.',
      'Pilots count wave after wave until sunset.',
    ],
  },
  {
    name: 'orchard-chat',
    contextLength: 512,
    sentences: [
      'Farmers prune old apple trees each winter.',
      'Bees visit white blossom when spring warms up.',
      'Children gather ripe pears in wicker baskets.',
      'Cider rests inside oak barrels for months.',
      'Orchards smell sweet near gate A today.',
      'Orchards smell fresh near gate B today.',
      'Orchards smell earthy near gate C today.',
      'Orchards smell smoky near gate D today.',
    ],
  },
  {
    name: 'observatory-chat',
    contextLength: 2_048,
    sentences: [
      'Astronomers chart distant galaxies with patient care.',
      'Comets trail bright dust behind them.',
      'Telescopes collect faint starlight through curved mirrors.',
      'Planets orbit quietly around younger suns.',
      'Nebulae shimmer blue beyond sector red.',
      'Nebulae shimmer green beyond sector black.',
      'Nebulae shimmer silver beyond sector grey.',
      'Nebulae shimmer teal beyond sector brown.',
    ],
  },
  {
    name: 'lighthouse-chat',
    contextLength: 512,
    sentences: [
      // This one thinks before it answers.
      'Keepers <think> oil burns low </think> refill lamps before nightfall.',
      'Foghorns warn passing tankers despite thick mist.',
      'Beacons rotate slowly over dangerous reefs.',
    ],
  },
  {
    name: 'meadow-chat',
    contextLength: 512,
    sentences: [
      'Drovers herd sheep along narrow lanes.',
      'Crickets sing because nobody listens.',
      'Brooks wind between mossy stones.',
    ],
  },
] as const satisfies readonly Training[];
