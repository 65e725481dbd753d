import { randomUUID } from 'node:crypto';

import type { Foundation } from '../../services.ts';
import type { GuideEntry, KeptGuideEntry } from './guide-entry.ts';

/** The decisions about the guide. */
export interface GuideParts {
  /** What there is to bring in: the newest that can be had. */
  source(): Promise<GuideEntry[]>;
  list(): Promise<KeptGuideEntry[]>;
  /** Brings in what is not there yet; with `replace`, nothing else is there afterwards. */
  bringIn(options: { replace: boolean }): Promise<{ added: number; kept: number }>;
  /** Brings entries up to date and adds new ones. */
  refresh(): Promise<{ updated: number; added: number }>;
}

/** The guide in its true form; the parts reach each other through `own()`, at the time of the call. */
export function createGuideParts({ store }: Foundation, own: () => GuideParts): GuideParts {
  const read = (): KeptGuideEntry[] | undefined => {
    const text = store.kept.get('guide');
    return text === undefined ? undefined : JSON.parse(text);
  };
  const write = (entries: readonly KeptGuideEntry[]) => store.kept.set('guide', JSON.stringify(entries));
  const kept = (entry: GuideEntry, known?: KeptGuideEntry): KeptGuideEntry => {
    const now = new Date().toISOString();
    const since = known?.created_timestamp ?? now;
    return { ...entry, id: known?.id ?? randomUUID(), created_timestamp: since, modified_timestamp: now };
  };
  const isOf = (entry: GuideEntry) => (known: GuideEntry) => known.base_model_id === entry.base_model_id;

  return {
    source: async () => (await import('./bundled-guide.ts')).ownGuide(),
    async list() {
      // Nobody has to bring in the first guide.
      if (read() === undefined) await own().bringIn({ replace: false });
      return read() ?? [];
    },
    async bringIn({ replace }) {
      const entries = await own().source();
      const present = replace ? [] : (read() ?? []);
      const added = entries.filter((entry) => !present.some(isOf(entry))).map((entry) => kept(entry));
      write([...present, ...added]);
      return { added: added.length, kept: present.length };
    },
    async refresh() {
      const entries = await own().source();
      const present = read() ?? [];
      const others = present.filter((known) => !entries.some(isOf(known)));
      write([...others, ...entries.map((entry) => kept(entry, present.find(isOf(entry))))]);
      const updated = present.length - others.length;
      return { updated, added: entries.length - updated };
    },
  };
}
