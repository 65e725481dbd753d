import type { Line } from '../../markdown/line.ts';
import { type Label, titleLabel } from './label-of.ts';
import type { OutlinedLine, Section } from './outlined-line.ts';
import { isField, type LabelMeaning } from '../vocabulary/label-meaning.ts';

/** Fields that take several cells: the approval and its date, the metric and its target. */
const takesRow = (meaning: LabelMeaning | undefined) =>
  meaning === 'sign_off' || meaning === 'success_criteria' || meaning === 'goals';
/** Labels that are also used for sorting unrelated things. */
const isLoose = (meaning: LabelMeaning | undefined) =>
  meaning === undefined || meaning === 'other' || meaning === 'aside';

/**
 * The cells of a row, each in the section named by its column or by the first cell.
 * @param outer the sections that the table is in
 */
export function tableRow(line: Line, outer: readonly Section[]): OutlinedLine[] {
  const isHeader = line.level === 0;
  const field = outer.find(({ meaning }) => isField(meaning))?.meaning;
  const inside = (label: Label | undefined): Section[] =>
    label === undefined
      ? [...outer]
      : [{ meaning: label.meaning, title: label.title, number: line.number, quoted: line.quoted }, ...outer];
  const row = (label?: Label): OutlinedLine => ({
    line,
    text: line.text,
    sections: inside(label),
    isLabel: isHeader,
  });

  // A column “Target” among acceptance criteria does not make them success criteria.
  const columns = line.header
    .map((text) => titleLabel(text))
    .map((label) => (field !== undefined && label?.meaning === 'goals' ? undefined : label));
  const ofRow = columns.find((label) => takesRow(label?.meaning));
  const whole = ofRow === undefined || isHeader ? [] : [row(ofRow)];

  const first = titleLabel(line.cells[0]?.text ?? '');
  const belongs = field !== undefined && (first?.meaning === 'goals' || field === 'sign_off');
  if (first !== undefined && !isLoose(first.meaning) && !belongs && (!isHeader || line.cells.length === 2)) {
    const rest = line.cells.slice(1);
    const text = rest
      .map((cell) => cell.text)
      .join(' ')
      .trim();
    const links = rest.flatMap((cell) => cell.links);
    const own = { line: { ...line, links }, text, sections: inside(first), isLabel: text === '' };
    return ofRow?.meaning === first.meaning ? [own] : [own, ...whole];
  }

  const header = new Set(line.header.map((text) => text.toLowerCase()));
  const isScenario = header.has('when') && header.has('then');
  if (isHeader || isScenario || columns.every((label) => isLoose(label?.meaning))) return [row()];
  const cells = line.cells.flatMap(({ text, links }, index): OutlinedLine[] => {
    const label = columns[index];
    if (takesRow(label?.meaning) || (label === undefined && ofRow !== undefined)) return [];
    return [{ line: { ...line, links }, text, sections: inside(label), isLabel: false }];
  });
  return [...whole, ...cells];
}
