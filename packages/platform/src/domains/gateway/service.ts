import type { IncomingHttpHeaders } from 'node:http';

import type { Foundation } from '../../foundation.ts';
import { identityHeaders, identitySignature, stripIdentityHeaders } from './identity-headers.ts';
import { identify, type Identity, type IdentityChecks } from './identity.ts';
import { decide, type PolicyQuestion, type PolicyDecision } from './policy.ts';
import { requestPath } from './request-path.ts';

/** The checks that every request passes before it reaches a route. */
export interface GatewayService {
  /** The identity behind a token; undefined for an invalid one. */
  identify(token: string | undefined): Promise<Identity | undefined>;
  /** The normalised path of a request target; undefined for one that has to be denied. */
  requestPath(target: string | undefined): string | undefined;
  /** Whether the policy allows a request, and by which rule. */
  decide(question: PolicyQuestion): PolicyDecision;
  /** Removes identity headers that the client sent. */
  stripIdentityHeaders(headers: IncomingHttpHeaders): void;
  /** Signed identity headers for a service behind the gateway. */
  identityHeaders(identity: Identity, requestId: string): Record<string, string>;
  /** HMAC-SHA256 of the identity headers, in hex. */
  identitySignature(headers: IncomingHttpHeaders, secret: string): string;
}

/** Name of the secret that identity headers are signed with. */
export const identityHeaderKey = 'identity header key';

/** Creates the gateway service. */
export function createGatewayService(
  { store, policy }: Pick<Foundation, 'store' | 'policy'>,
  services: Omit<IdentityChecks, 'store'>,
): GatewayService {
  const self: GatewayService = {
    identify(token) {
      const { tokens, sessions, workrooms } = services;
      return identify({ store, tokens, sessions, workrooms }, token);
    },
    requestPath,
    decide: (question) => decide(policy.current, question),
    stripIdentityHeaders,
    identityHeaders: (identity, requestId) =>
      identityHeaders(identity, requestId, (headers) =>
        self.identitySignature(headers, store.secrets.get(identityHeaderKey)),
      ),
    identitySignature,
  };
  return self;
}
