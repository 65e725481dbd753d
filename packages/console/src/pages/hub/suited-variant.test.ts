import { expect, test } from 'vitest';
import { suitedVariant } from './suited-variant.ts';

const entry = {
  base_model_id: 'a/b',
  name: 'b',
  producer: 'a',
  context_length: '4k',
  use_case: 'General Use',
  size_category: 'small',
  variants: [],
};
const variant = { platform: 'GPU', variant_repo: 'a/b', variant_type: 'awq', minimum_vram: 16 };

test('the variant that asks least of the machine is suited', () => {
  const modest = { ...variant, platform: 'Fast CPU', variant_type: 'gguf', minimum_vram: 0 };
  expect(suitedVariant({ ...entry, variants: [variant, modest] })).toBe(modest);
});

test('of two that ask the same, the one in a single file is suited', () => {
  const single = { ...variant, variant_type: 'gguf' };
  expect(suitedVariant({ ...entry, variants: [variant, single] })).toBe(single);
});

test('a variant for Macs alone comes last', () => {
  const mac = { ...variant, platform: ['Mac'] };
  expect(suitedVariant({ ...entry, variants: [mac, variant] })).toBe(variant);
});

test('a model without variants has none that is suited', () => {
  expect(suitedVariant(entry)).toBeUndefined();
});
