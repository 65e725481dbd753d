import { randomUUID } from 'node:crypto';

import type { Foundation } from '../../foundation.ts';
import type { GuideEntry, KeptGuideEntry } from './guide-entry.ts';

/** The guide: recommended models for users who do not want to choose a file. */
export interface GuideService {
  /** The newest entries that can be imported. */
  source(): Promise<GuideEntry[]>;
  list(): Promise<KeptGuideEntry[]>;
  /** Imports missing entries; with `replace`, removes all others first. */
  import(options: { replace: boolean }): Promise<{ added: number; kept: number }>;
  /** Updates known entries and adds new ones. */
  refresh(): Promise<{ updated: number; added: number }>;
}

/** Creates the guide service. */
export function createGuideService({ store }: Pick<Foundation, 'store'>): GuideService {
  const read = (): KeptGuideEntry[] | undefined => {
    const text = store.settings.get('guide');
    return text === undefined ? undefined : JSON.parse(text);
  };
  const write = (entries: readonly KeptGuideEntry[]) => store.settings.set('guide', JSON.stringify(entries));
  const kept = (entry: GuideEntry, known?: KeptGuideEntry): KeptGuideEntry => {
    const now = new Date().toISOString();
    const since = known?.created_timestamp ?? now;
    return { ...entry, id: known?.id ?? randomUUID(), created_timestamp: since, modified_timestamp: now };
  };
  const isOf = (entry: GuideEntry) => (known: GuideEntry) => known.base_model_id === entry.base_model_id;

  const self: GuideService = {
    source: async () => (await import('./bundled-guide.ts')).bundledGuide(),
    async list() {
      // The first guide is imported without a request.
      if (read() === undefined) await self.import({ replace: false });
      return read() ?? [];
    },
    async import({ replace }) {
      const entries = await self.source();
      const present = replace ? [] : (read() ?? []);
      const added = entries.filter((entry) => !present.some(isOf(entry))).map((entry) => kept(entry));
      write([...present, ...added]);
      return { added: added.length, kept: present.length };
    },
    async refresh() {
      const entries = await self.source();
      const present = read() ?? [];
      const others = present.filter((known) => !entries.some(isOf(known)));
      write([...others, ...entries.map((entry) => kept(entry, present.find(isOf(entry))))]);
      const updated = present.length - others.length;
      return { updated, added: entries.length - updated };
    },
  };
  return self;
}
