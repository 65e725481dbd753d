import type { Link } from './link.ts';

/** A line as a reader sees it: without what is struck or commented out. */
export interface Line {
  text: string;
  /** Where it stands in the ticket, from 1. */
  number: number;
  kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code';
  /** Of a heading: 1–6. Of an item: how deep its list is, from 1. */
  level: number;
  /** All of it is bold, or it is a summary of a collapsed section. */
  marked: boolean;
  /** What is bold at its beginning, where more stands behind it. */
  lead: string;
  /** All of it is in italics. */
  italic: boolean;
  quoted: boolean;
  /** Something in it, or all of it, was struck. */
  struck: boolean;
  /** Of an item with a box: whether it is ticked. */
  done: boolean | undefined;
  /** Paragraph, item or table that it belongs to; unique in the ticket. */
  block: number;
  /** The list that an item belongs to; unique in the ticket. */
  list: { id: number; ordered: boolean } | undefined;
  /** The first line of its item. */
  opensItem: boolean;
  /** Of a table's row: its cells, and what stands over them. */
  cells: { text: string; links: Link[] }[];
  header: string[];
  links: Link[];
}
