import type { Line } from '../../markdown/line.ts';
import type { LabelMeaning } from '../vocabulary/label-meaning.ts';

export interface Section {
  meaning: LabelMeaning | undefined;
  /** The label as written. */
  title: string;
  number: number;
  /** Whether the label is in a quote. */
  quoted: boolean;
}

/** A line of the ticket, or the part of it after a label, and the sections that it is in. */
export interface OutlinedLine {
  line: Line;
  /** The text without its leading label. */
  text: string;
  /** Innermost first. */
  sections: Section[];
  /** Whether it is only a label: a heading, or `AC:` with nothing after it. */
  isLabel: boolean;
}
