/** A published figure: the thing measured, the peer it is compared with, the result and the aim. */
export interface Figure {
  what: string;
  against: string;
  figure: string;
  aim: string;
}
