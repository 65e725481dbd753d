import { describe, expect, test } from 'vitest';
import { isJsonType, mediaTypeOf } from './media-type.ts';

describe('a Content-Type', () => {
  test.each([
    ['application/json', 'application/json'],
    ['Application/JSON; charset=UTF-8', 'application/json'],
    [' TEXT/HTML ;charset=utf-8', 'text/html'],
    ['', ''],
    [null, ''],
    [undefined, ''],
  ])('%j names %j', (contentType, mediaType) => {
    expect(mediaTypeOf(contentType)).toBe(mediaType);
  });

  test.each([
    ['application/json', true],
    ['APPLICATION/JSON', true],
    ['application/problem+json; charset=utf-8', true],
    ['Application/Vnd.Api+JSON', true],
    ['application/jsonl', false],
    ['text/html; a=/json', false],
    [null, false],
  ])('%j announces JSON: %j', (contentType, json) => {
    expect(isJsonType(contentType)).toBe(json);
  });
});
