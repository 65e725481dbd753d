import type { GuideEntry } from '../../api/model-answers.ts';

type Variant = GuideEntry['variants'][number];

/**
 * The variant of a guide's model that most machines can run: one that needs no GPU memory before one
 * that does, and weights in one file before weights in pieces.
 */
export function suitedVariant({ variants }: GuideEntry): Variant | undefined {
  return variants.toSorted(
    (a, b) => a.minimum_vram - b.minimum_vram || pieces(a) - pieces(b) || Number(onMac(a)) - Number(onMac(b)),
  )[0];
}

const pieces = ({ variant_type }: Variant) => (variant_type === 'gguf' ? 0 : 1);
const onMac = ({ platform }: Variant) => [platform].flat().every((name) => /mac/i.test(name));
