export { type Follower, type Journal, journal, type JournalContent } from './journal.ts';
export { jsonIn } from './json-in.ts';
export { jsonText } from './json-text.ts';
