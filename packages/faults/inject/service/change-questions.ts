import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';

import type { FastifyReply } from 'fastify';

import type { Services } from '@uat/platform';

type Question = Record<string, unknown>;

/** Changes what engines are asked, between the gateway and them: for faults of the inference itself. */
export function changeQuestions(
  services: Services,
  changed: (question: Question, reply: FastifyReply) => Question,
): void {
  const { forward } = services.serving;
  services.serving.forward = async (instance, path, call, reply) => {
    if (call.method !== 'POST' || !(call.body instanceof Readable))
      return forward(instance, path, call, reply);
    const question = await json(call.body).catch(() => undefined);
    const text = question === undefined ? '{' : JSON.stringify(changed(question as Question, reply));
    delete call.headers['content-length'];
    call.body = Readable.from([text]);
    return forward(instance, path, call, reply);
  };
}
