import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linearSchema } from '../testing/schema/linear-schema.ts';
import { valuesOf } from '../testing/schema/answers-to.ts';
import { type EventKind, previousStateId, webhookEvent } from './webhook-event.ts';

const schema = linearSchema();

/** The SDK's type for the specific part of an event, and the field that holds it. */
const parts: readonly [EventKind, body: string, part?: string][] = [
  ['Issue', 'EntityWebhookPayload', 'IssueWebhookPayload'],
  ['Comment', 'EntityWebhookPayload', 'CommentWebhookPayload'],
  ['Attachment', 'EntityWebhookPayload', 'AttachmentWebhookPayload'],
  ['Document', 'EntityWebhookPayload', 'DocumentWebhookPayload'],
  ['IssueSLA', 'IssueSlaWebhookPayload'],
  ['OAuthApp', 'OAuthAppWebhookPayload'],
];

describe.each(parts)('an event of the kind %s', (kind, body, part) => {
  const events = fc
    .tuple(
      shallow(body),
      part === undefined ? fc.constant(undefined) : valuesOf(schema, part),
      body === 'IssueSlaWebhookPayload' ? valuesOf(schema, 'IssueWebhookPayload') : fc.constant(undefined),
    )
    .map(([envelope, data, issueData]) => ({
      ...envelope,
      type: kind,
      ...(data !== undefined && { data }),
      ...(issueData !== undefined && { issueData }),
    }));

  test('is read with any content that the SDK allows', () => {
    fc.assert(
      fc.property(events, (event) => {
        const { kind: read, ...rest } = webhookEvent(
          JSON.parse(JSON.stringify(event)) as Record<string, unknown>,
        );
        expect({ read, misfit: 'misfit' in rest ? rest.misfit : undefined }).toEqual({
          read: kind,
          misfit: undefined,
        });
      }),
      { numRuns: 60 },
    );
  });
});

/** The body without its large part, which is generated separately. */
function shallow(type: string) {
  const whole = schema.getType(type);
  const fields = whole !== undefined && 'getFields' in whole ? Object.keys(whole.getFields()) : [];
  expect(fields).toContain('webhookTimestamp');
  return valuesOf(schema, type).map(({ data: _data, issueData: _issue, ...envelope }) => envelope);
}

test('the reader never throws, whatever is signed', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('type', 'action', 'data', 'webhookTimestamp', 'x'), fc.jsonValue()),
      (json) => {
        expect(webhookEvent(json)).toHaveProperty('kind');
      },
    ),
  );
});

test('only a change of state has a previous state', () => {
  const issues = fc
    .tuple(shallow('EntityWebhookPayload'), valuesOf(schema, 'IssueWebhookPayload'))
    .map(([envelope, data]) => ({ ...envelope, type: 'Issue', data }));
  fc.assert(
    fc.property(issues, (event) => {
      const before = (action: string, updatedFrom: unknown) =>
        previousStateId(
          webhookEvent(
            JSON.parse(JSON.stringify({ ...event, action, updatedFrom })) as Record<string, unknown>,
          ),
        );
      expect(before('update', { stateId: 's1' })).toBe('s1');
      expect(before('update', { title: 'x' })).toBeUndefined();
      expect(before('update', null)).toBeUndefined();
      expect(before('create', { stateId: 's1' })).toBeUndefined();
    }),
    { numRuns: 20 },
  );
});
