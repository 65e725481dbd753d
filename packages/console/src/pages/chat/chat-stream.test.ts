import { expect, test } from 'vitest';
import { chatStream } from './chat-stream.ts';

const event = (data: object | string) =>
  `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const said = (content: string) => event({ choices: [{ index: 0, delta: { content } }] });
const ended = event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });

const encoder = new TextEncoder();

/** A stream of these pieces. */
function streamOf(...pieces: (string | Uint8Array<ArrayBuffer>)[]) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece);
    },
  });
}

test('text, end and usage come in their order', async () => {
  const usage = event({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } });
  const body = streamOf(said('Ships '), said('leave'), ended, usage, event('[DONE]'));

  expect(await Array.fromAsync(chatStream(body))).toEqual([
    { kind: 'text', text: 'Ships ' },
    { kind: 'text', text: 'leave' },
    { kind: 'end', reason: 'stop' },
    { kind: 'usage', prompt: 3, answer: 2 },
  ]);
});

test('an event may arrive in pieces, and a letter too', async () => {
  const bytes = encoder.encode(said('Überfahrt') + event('[DONE]'));
  const body = streamOf(...[...bytes].map((byte) => Uint8Array.of(byte)));

  expect(await Array.fromAsync(chatStream(body))).toEqual([{ kind: 'text', text: 'Überfahrt' }]);
});

test('an answer that breaks off is no whole answer', async () => {
  const body = streamOf(said('Ships '));

  await expect(Array.fromAsync(chatStream(body))).rejects.toThrow('broke off');
});

test('a failure in the stream is said in its words', async () => {
  const body = streamOf(said('Ships '), event({ error: { message: 'The engine failed.' } }));

  await expect(Array.fromAsync(chatStream(body))).rejects.toThrow('The engine failed.');
});

test.each(['data: {"choices":\n\n', 'data: 7\n\n'])('%j is not taken for an answer', async (text) => {
  await expect(Array.fromAsync(chatStream(streamOf(text)))).rejects.toThrow('does not understand');
});

test('a listener that stops lets the model stop', async () => {
  const cancelled = Promise.withResolvers<true>();
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(encoder.encode(said('wave after '))),
    cancel: () => cancelled.resolve(true),
  });

  const events = chatStream(endless);
  await events.next();
  await events.return(undefined);

  expect(await cancelled.promise).toBe(true);
});
