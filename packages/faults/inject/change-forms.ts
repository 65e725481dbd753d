import type { Unfinished } from './regression.ts';

type Form = Record<string, unknown>;

/** Changes what a page sends in this way, on its way to the route: for defects of a form. Scripts send as they did. */
export function changeForms(
  { app }: Unfinished,
  method: 'POST' | 'PUT',
  address: RegExp,
  changed: (form: Form) => Form,
): void {
  app.addHook('preHandler', async (request) => {
    // Browsers say where a request comes from.
    const byPage = request.headers['sec-fetch-site'] !== undefined;
    if (byPage && request.method === method && address.test(request.url))
      request.body = changed(request.body as Form);
  });
}
