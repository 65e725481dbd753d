import type { QuarantineEntry } from '@uat/config';

/** The reason why a failure does not block, and until when. */
export function quarantineSentence({ ticket, owner, reason, expires }: QuarantineEntry): string {
  return `in quarantine until ${expires}: ${ticket}, ${owner}: ${reason}`;
}
