import type { Line } from '../../markdown/line.ts';
import { type Label, inlineLabel, isUnknownLabel, leadingLabel, titleLabel } from './label-of.ts';
import { metadataParts } from './metadata-parts.ts';
import { withoutMetadataQuotes } from './metadata-quotes.ts';
import type { OutlinedLine, Section } from './outlined-line.ts';
import { tableRow } from './table-row.ts';
import { isField, type LabelMeaning } from '../vocabulary/label-meaning.ts';

interface Open extends Section {
  /**
   * Rank of a section: 1–6 a heading, 7 a line that serves as one, 8 `Label:` alone, 9 `Label: text`, from 11 an item
   * by depth.
   */
  rank: number;
  block: number;
  list: number | undefined;
  ordered: boolean;
  /** `Label: text` extends to the end of its paragraph, or further when it ends with a colon. */
  onlyBlock: boolean;
  filled: boolean;
}

/** Determines the labelled sections that each line is in. */
export function outline(lines: readonly Line[]): OutlinedLine[] {
  const open: Open[] = [];
  const placed: OutlinedLine[] = [];

  for (const line of withoutMetadataQuotes(lines)) {
    close(line);
    if (line.kind === 'row') {
      placed.push(...tableRow(line, sectionsNow()));
      for (const one of open) one.filled = true;
      continue;
    }
    const parts = line.kind === 'code' ? [line.text] : metadataParts(line.text);
    for (const text of parts) place(line, text, parts.length > 1);
  }
  return placed;

  function place(line: Line, text: string, isPart: boolean): void {
    const found = labelIn(line, text);
    if (found === undefined || isPartOf(line, found)) {
      for (const one of open) one.filled = true;
      placed.push({ line, text, sections: sectionsNow(), isLabel: false });
      return;
    }
    const { label } = found;
    // `[Figma](https://…)` is both a label and its value.
    const linked = label.rest === '' && line.links.length > 0;
    const rank = linked && found.rank < 10 && line.kind !== 'heading' ? 9 : found.rank;
    const onlyBlock = label.rest !== '' && !/[:：]$/.test(label.rest);
    // A bold line directly under a label is part of its section, not the next one.
    const nests = label.meaning === undefined && rank >= 7 && open.at(-1)?.filled === false;
    const closesFrom = isPart || rank === 9 ? 9 : rank;
    if (!nests && rank < 11)
      closeWhere((one) => one.rank >= Math.min(closesFrom, 7) && one.rank >= closesFrom);
    if (rank === 8 || rank === 9) closeWhere((one) => one.rank >= 8 && one.rank < 11);
    if ((rank === 7 || rank === 8 || rank === 9) && !nests) closeWhere((one) => one.rank >= 7);
    if ((rank === 7 || rank === 8) && isField(label.meaning)) {
      closeWhere((one) => isField(one.meaning) && one.meaning !== label.meaning && one.rank < 9);
    }
    if (rank >= 11) closeWhere((one) => one.rank >= rank && one.list !== undefined);
    open.push({
      meaning: label.meaning,
      title: label.title,
      number: line.number,
      quoted: line.quoted,
      rank,
      block: line.block,
      list: line.kind === 'item' ? line.list?.id : undefined,
      ordered: line.list?.ordered ?? false,
      onlyBlock: (onlyBlock || linked) && rank !== 7 && line.kind !== 'heading',
      filled: label.rest !== '',
    });
    placed.push({ line, text: label.rest, sections: sectionsNow(), isLabel: label.rest === '' && !linked });
    if (isPart && label.rest !== '') open.pop();
  }

  /**
   * `Design: Carla Ruiz, 3 May` under “Sign-off” says what she signed, and `Target: 90 %` among acceptance criteria is
   * one of
   * them: neither begins a section of its own.
   */
  function isPartOf(line: Line, { rank, label }: { rank: number; label: LabelFound }): boolean {
    const around = open.findLast(({ meaning }) => meaning !== undefined);
    if (around?.meaning === 'dod')
      return (
        line.kind === 'item' &&
        (label.meaning === 'goals' || (label.meaning === 'design_note' && line.links.length === 0))
      );
    return (
      around?.meaning === 'sign_off' &&
      around.rank < 9 &&
      rank >= 9 &&
      label.rest !== '' &&
      line.links.length === 0 &&
      (label.meaning === 'mock_link' || label.meaning === 'contract_link' || label.meaning === 'other')
    );
  }

  function labelIn(line: Line, text: string): { rank: number; label: LabelFound } | undefined {
    const unknown: LabelFound = { meaning: undefined, title: text, rest: '' };
    if (line.kind === 'code' || text === '') return undefined;
    if (line.kind === 'heading') return { rank: line.level, label: titleLabel(text) ?? unknown };
    const leading =
      line.lead !== '' && text.startsWith(line.lead) ? leadingLabel(line.lead, text) : undefined;
    if (line.kind === 'item' && line.opensItem) {
      const label = inlineLabel(text) ?? leading;
      const bare = label?.rest === '';
      // `2. Acceptance criteria` serves as a heading; `- done` may be just an item.
      if (label !== undefined && (!bare || (label.meaning !== 'other' && label.meaning !== 'aside')))
        return { rank: 10 + line.level, label };
      return undefined;
    }
    const capitals = /\p{Lu}{2}/u.test(text) && text === text.toUpperCase() && text.length < 60;
    if (line.marked || capitals) {
      const label = titleLabel(text) ?? (capitals && !line.marked ? undefined : unknown);
      if (label !== undefined) return { rank: label.rest === '' ? 7 : 9, label };
    }
    const label = inlineLabel(text) ?? leading;
    if (label !== undefined) {
      const alone = label.rest === '' && !/[:：]\s*$/.test(text);
      // A single common word alone on a line is more often prose than a label.
      if (alone && (label.meaning === 'other' || label.meaning === 'aside')) return undefined;
      return { rank: label.rest === '' ? 8 : 9, label };
    }
    if (line.kind === 'paragraph' && isUnknownLabel(text)) {
      const [title = '', ...rest] = text.split(/[:：]/);
      return {
        rank: rest.join(':').trim() === '' ? 8 : 9,
        label: { meaning: undefined, title, rest: rest.join(':').trim() },
      };
    }
    return undefined;
  }

  /** Closes the sections that end before this line. */
  function close(line: Line): void {
    closeWhere((one) => {
      if (one.quoted && !line.quoted) return true;
      if (one.rank >= 11 || one.list !== undefined) {
        if (line.kind === 'heading') return true;
        if (line.kind !== 'item') return !one.ordered && line.block !== one.block;
        if (!line.opensItem || line.list === undefined) return false;
        return line.list.id === one.list || line.level < one.rank - 10;
      }
      return one.onlyBlock && line.block !== one.block;
    });
  }

  function closeWhere(ends: (one: Open) => boolean): void {
    const first = open.findIndex(ends);
    if (first !== -1) open.splice(first);
  }

  function sectionsNow(): Section[] {
    return open
      .toReversed()
      .map(({ meaning, title, number, quoted }) => ({ meaning, title, number, quoted }));
  }
}

type LabelFound = Omit<Label, 'meaning'> & { meaning: LabelMeaning | undefined };
