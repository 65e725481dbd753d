export { type Follower, type Journal, journal, type JournalContent } from './journal.ts';
export { jsonIn } from './json-in.ts';
export { jsonText } from './json-text.ts';
export { type MachineSample, slownessOf } from './machine/machine-sample.ts';
export { watchMachine } from './machine/watch-machine.ts';
