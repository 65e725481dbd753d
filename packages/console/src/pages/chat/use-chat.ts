import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { chatStream } from './chat-stream.ts';

export interface ChatMessage {
  role: 'user' | 'assistant';
  content: string;
}

export interface Chat {
  messages: ChatMessage[];
  /** Whether the model is answering. */
  busy: boolean;
  /** Reason why the last answer is incomplete. */
  problem: string | null;
  /** Tokens of the last question and its answer. */
  usage: { prompt: number; answer: number } | null;
  send: (text: string) => Promise<void>;
  stop: () => void;
}

/** A conversation with the model at `path`, kept only in this page. */
export function useChat(path: string): Chat {
  const { open } = useSession();
  const [messages, setMessages] = useState<ChatMessage[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [usage, setUsage] = useState<Chat['usage']>(null);
  const request = useRef<AbortController>(null);

  // Leaving the page aborts the answer, which frees the model for others.
  useEffect(() => () => request.current?.abort(), []);

  const say = (text: string) =>
    setMessages((now) => {
      const last = now.at(-1);
      return last?.role === 'assistant'
        ? [...now.slice(0, -1), { role: 'assistant', content: last.content + text }]
        : [...now, { role: 'assistant', content: text }];
    });

  const answer = async (conversation: ChatMessage[], signal: AbortSignal) => {
    const reply = await open(`${path}/chat/completions`, {
      method: 'POST',
      body: {
        model: 'kamiwaza',
        messages: conversation,
        stream: true,
        stream_options: { include_usage: true },
      },
      signal,
    });
    if (reply.kind !== 'ok') {
      throw new Error(
        problemOf(reply, {
          denied: 'You may not use this deployment. Ask an administrator.',
          missing: 'This deployment no longer runs.',
        }),
      );
    }
    if (reply.data.body === null) throw new Error('The model gave no answer.');
    for await (const event of chatStream(reply.data.body)) {
      if (event.kind === 'text') say(event.text);
      if (event.kind === 'usage') setUsage({ prompt: event.prompt, answer: event.answer });
      if (event.kind === 'end' && event.reason === 'length')
        setProblem('The answer ends here because it reached its greatest length.');
    }
  };

  return {
    messages,
    busy,
    problem,
    usage,
    async send(text) {
      const conversation: ChatMessage[] = [...messages, { role: 'user', content: text }];
      const control = new AbortController();
      request.current = control;
      setMessages(conversation);
      setProblem(null);
      setBusy(true);
      try {
        await answer(conversation, control.signal);
      } catch (error) {
        // An aborted answer needs no error message.
        if (!control.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
      } finally {
        setBusy(false);
      }
    },
    stop: () => request.current?.abort(),
  };
}
