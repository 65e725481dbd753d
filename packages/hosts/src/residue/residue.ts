/** What an allowance or a difference speaks of. */
export type ResidueKind =
  | 'file'
  | 'user'
  | 'group'
  | 'service'
  | 'timer'
  | 'cron'
  | 'socket'
  | 'process'
  | 'package'
  | 'mount';

/** One thing that is not as it was. */
export interface Residue {
  kind: ResidueKind;
  /** Something came and stayed, something that was there is gone, or it is there and differs. */
  how: 'left' | 'lost' | 'changed';
  /** The path, or the name by which it is known: `/etc/acme`, `acme`, `tcp 127.0.0.1:7171`. */
  what: string;
  /** For people, such as `file /opt/acme/cache.bin was left (644 acme:acme, 12 bytes)`. */
  sentence: string;
}

/** Residue that is as it should be. */
export interface Allowance {
  kind: ResidueKind;
  /** Of the path or name: `*` stands for anything within a folder, `**` for anything, `{a,b}` for one of them. */
  pattern: string;
  /** Default: however it differs. */
  how?: Residue['how'];
  reason: string;
}

/** What a host differs in, sorted into what should not be and what may be. */
export interface ResidueReport {
  residue: Residue[];
  /** With the reason of the allowance that it falls under. */
  allowed: { residue: Residue; reason: string }[];
}
