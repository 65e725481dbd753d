export { type Journal, journal, type JournalContent } from './journal.ts';
