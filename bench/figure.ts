/** A published figure: what was measured, against what, and how it came out. */
export interface Figure {
  what: string;
  against: string;
  figure: string;
  aim: string;
}
