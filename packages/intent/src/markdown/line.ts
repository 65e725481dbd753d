import type { Link } from './link.ts';

/** A line as a reader sees it: without text that is struck through or commented out. */
export interface Line {
  text: string;
  /** Line number in the ticket, from 1. */
  number: number;
  kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code';
  /** Level of a heading, 1–6; nesting of a list item, from 1. */
  level: number;
  /** Whether the whole line is bold, or the summary of a collapsed section. */
  marked: boolean;
  /** The bold text at its beginning, if other text follows. */
  lead: string;
  /** Whether the whole line is in italics. */
  italic: boolean;
  quoted: boolean;
  /** Whether any of it was struck through. */
  struck: boolean;
  /** For an item with a checkbox, whether it is ticked. */
  done: boolean | undefined;
  /** Id of the paragraph, item or table that it belongs to; unique in the ticket. */
  block: number;
  /** Id of the list that an item belongs to; unique in the ticket. */
  list: { id: number; ordered: boolean } | undefined;
  /** Whether it is the first line of its item. */
  opensItem: boolean;
  /** For a table row, its cells and their column headings. */
  cells: { text: string; links: Link[] }[];
  header: string[];
  links: Link[];
}
