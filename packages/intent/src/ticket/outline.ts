import type { Line } from '../markdown/line.ts';
import { type Label, inlineLabel, isUnknownLabel, leadingLabel, titleLabel } from './label-of.ts';
import { fieldNames } from './ticket-fields.ts';
import type { LabelMeaning } from './vocabulary.ts';

export interface Section {
  meaning: LabelMeaning | undefined;
  /** The label as written. */
  title: string;
  number: number;
  /** The label stands in a quote. */
  quoted: boolean;
}

/** A line of the ticket, or the part of it that stands behind a label, and the sections that it is in. */
export interface Placed {
  line: Line;
  /** Without the label that it begins with. */
  text: string;
  /** The innermost first. */
  sections: Section[];
  /** It is only a label: a heading, or `AC:` with nothing behind it. */
  isLabel: boolean;
}

interface Open extends Section {
  /** 1–6 a heading, 7 a line that stands as one, 8 `Label:` alone, 9 `Label: text`, from 11 an item by depth. */
  rank: number;
  block: number;
  list: number | undefined;
  ordered: boolean;
  /** `Label: text` holds to the end of its paragraph, or also what follows when it ends with a colon. */
  onlyBlock: boolean;
  filled: boolean;
}

const isField = (meaning: LabelMeaning | undefined) => fieldNames.some((name) => name === meaning);

/** Says for each line in which labelled sections it stands. */
export function outline(lines: readonly Line[]): Placed[] {
  const open: Open[] = [];
  const placed: Placed[] = [];

  for (const line of lines) {
    close(line);
    if (line.kind === 'row') {
      placed.push(...rows(line, open.toReversed()));
      for (const one of open) one.filled = true;
      continue;
    }
    const parts = line.kind === 'code' ? [line.text] : metadataParts(line.text);
    for (const text of parts) place(line, text, parts.length > 1);
  }
  return placed;

  function place(line: Line, text: string, isPart: boolean): void {
    const found = labelIn(line, text);
    if (found === undefined || isPartOfSignOff(line, found)) {
      for (const one of open) one.filled = true;
      placed.push({ line, text, sections: sectionsNow(), isLabel: false });
      return;
    }
    const { label } = found;
    // `[Figma](https://…)` is a label and what it stands for.
    const linked = label.rest === '' && line.links.length > 0;
    const rank = linked && found.rank < 10 && line.kind !== 'heading' ? 9 : found.rank;
    const onlyBlock = label.rest !== '' && !/[:：]$/.test(label.rest);
    // A bold line right under a label is a part of its section, not the next one.
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

  /** `Design: Carla Ruiz, 3 May` under “Sign-off” says what she signed; it begins no section on design. */
  function isPartOfSignOff(line: Line, { rank, label }: { rank: number; label: LabelFound }): boolean {
    const around = open.findLast(({ meaning }) => meaning !== undefined);
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
    const leading = line.lead !== '' && text.startsWith(line.lead) ? leadingLabel(line.lead, text) : undefined;
    if (line.kind === 'item' && line.opensItem) {
      const label = inlineLabel(text) ?? leading;
      const bare = label?.rest === '';
      // `2. Acceptance criteria` stands as a heading; `- done` may be just an item.
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
      // A single common word alone on a line is prose more often than a label.
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

  /** Closes what ends before this line. */
  function close(line: Line): void {
    closeWhere((one) => {
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

/**
 * The lines that are in one: `Team: Core | Milestone: GA | Estimate: 3`, and a label behind a sentence, as in
 * `Bump Go to 1.23. DoD: the six repos are green.`
 */
function metadataParts(text: string): string[] {
  const parts = text.split(/\s+[|·•/]\s+|\s*[;；]\s+|\s+[／]\s+|[,、]\s*(?=\p{Lu}[\p{L} ]{1,25}:\s)/u).filter((part) => part.trim() !== '');
  const labelled = parts.filter((part) => /^[^\s:：].{0,40}?(?:::|[:：])\s*\S/.test(part.trim()));
  if (parts.length > 1 && labelled.length >= 2) return parts.map((part) => part.trim());
  return text.split(/(?<=[.!?)]\s|。)(?=\(?[\p{L}*][^.!?。:：]{0,40}[:：])/u).reduce<string[]>((lines, written) => {
    const part = written.trim().replace(/^\((.*)\)\.?$/s, '$1');
    const begins = lines.length === 0 || isField(inlineLabel(part)?.meaning);
    if (begins) return [...lines, lines.length === 0 && !isField(inlineLabel(part)?.meaning) ? written.trim() : part];
    return [...lines.slice(0, -1), `${lines.at(-1)} ${written.trim()}`];
  }, []);
}

/** Fields that take more than one cell to say: the approval and its date, the metric and its target. */
const takesRow = (meaning: LabelMeaning | undefined) =>
  meaning === 'sign_off' || meaning === 'success_criteria' || meaning === 'goals';

/** The cells of a row, each in the section that its column, or the first cell, names. */
function rows(line: Line, around: readonly Open[]): Placed[] {
  const outer = around.map(({ meaning, title, number, quoted }) => ({ meaning, title, number, quoted }));
  const section = (label: Label): Section => ({
    meaning: label.meaning,
    title: label.title,
    number: line.number,
    quoted: line.quoted,
  });
  const isHeader = line.level === 0;
  const field = outer.find(({ meaning }) => isField(meaning))?.meaning;
  // A column “Target” among acceptance criteria makes no success criteria of them.
  const columns = line.header.map((text) => titleLabel(text)).map((label) => (field !== undefined && label?.meaning === 'goals' ? undefined : label));
  const named = columns.some((label) => label !== undefined && label.meaning !== 'other' && label.meaning !== 'aside');
  const first = titleLabel(line.cells[0]?.text ?? '');
  const whole = columns.find((label) => takesRow(label?.meaning));
  const asWhole: Placed[] =
    whole === undefined || isHeader ? [] : [{ line, text: line.text, sections: [section(whole), ...outer], isLabel: false }];

  if (
    first !== undefined && first.meaning !== 'other' && first.meaning !== 'aside' &&
    !(field !== undefined && (first.meaning === 'goals' || field === 'sign_off')) &&
    (!isHeader || line.cells.length === 2)
  ) {
    const rest = line.cells.slice(1);
    const text = rest
      .map((cell) => cell.text)
      .join(' ')
      .trim();
    const links = rest.flatMap((cell) => cell.links);
    const own = { line: { ...line, links }, text, sections: [section(first), ...outer], isLabel: text === '' };
    return whole?.meaning === first.meaning ? [own] : [own, ...asWhole];
  }
  if (isHeader) return [{ line, text: line.text, sections: outer, isLabel: true }];
  if (!named) return [{ line, text: line.text, sections: outer, isLabel: false }];
  const steps = new Set(line.header.map((text) => text.toLowerCase()));
  if (steps.has('when') && steps.has('then')) {
    return [{ line, text: line.text, sections: outer, isLabel: false }];
  }
  const cells = line.cells.flatMap(({ text, links }, index): Placed[] => {
    const label = columns[index];
    if (takesRow(label?.meaning) || (label === undefined && whole !== undefined)) return [];
    const sections = label === undefined ? outer : [section(label), ...outer];
    return [{ line: { ...line, links }, text, sections, isLabel: false }];
  });
  return [...asWhole, ...cells];
}
