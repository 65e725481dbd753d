import type { Line } from '../../markdown/line.ts';
import type { LabelMeaning } from '../vocabulary/label-meaning.ts';

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
