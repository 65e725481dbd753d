import { expect, test } from 'vitest';
import { fileState, weightFiles } from './file-state.ts';

const whole = { id: '1', name: 'a.gguf', storage_location: '/models/a', download_percentage: 100 };

test('a file is downloaded when it is stored whole', () => {
  expect(fileState(whole)).toBe('downloaded');
  expect(fileState({ ...whole, download_percentage: null })).toBe('downloaded');
});

test('a file on its way, or left half-way, is not downloaded', () => {
  expect(fileState({ ...whole, is_downloading: true })).toBe('downloading');
  expect(fileState({ ...whole, download_percentage: 40 })).toBe('on the hub');
  expect(fileState({ name: 'a.gguf' })).toBe('on the hub');
});

test('only whole weights can be deployed', () => {
  const files = [whole, { ...whole, name: 'README.md' }, { ...whole, is_downloading: true }];
  expect(weightFiles(files)).toEqual([whole]);
});
