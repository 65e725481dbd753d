import type { QuarantineEntry } from '@uat/config';

/** Why a failure blocks nothing, and for how long. */
export function quarantineSentence({ ticket, owner, reason, expires }: QuarantineEntry): string {
  return `in quarantine until ${expires}: ${ticket}, ${owner}: ${reason}`;
}
