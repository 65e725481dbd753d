/** Why an endpoint does not tell its models, by the names the API has for it. */
export type DiscoveryError =
  | 'network_blocked'
  | 'tls_error'
  | 'invalid_credentials'
  | 'not_found'
  | 'rate_limited'
  | 'upstream_error'
  | 'timeout';

/** An endpoint that does not tell its models. Its message never holds what the endpoint said: that may be a secret. */
export class DiscoveryFailure extends Error {
  override name = 'DiscoveryFailure';
  readonly error: DiscoveryError;
  /** Of the endpoint's answer; undefined when there was none. */
  readonly status: number | undefined;

  constructor(error: DiscoveryError, message: string, status?: number, options?: ErrorOptions) {
    super(message, options);
    this.error = error;
    this.status = status;
  }
}

/** Whom to ask. */
export interface DiscoveryRequest {
  baseUrl: string;
  apiKey: string | undefined;
  provider: 'azure' | 'litellm' | 'openai' | 'other' | undefined;
}

/** A model that an endpoint offers. */
export interface DiscoveredModel {
  id: string;
  protocol: 'openai_compatible' | 'azure_openai' | 'azure_foundry';
  api_version: string | null;
  underlying_model: string | null;
  purpose: 'chat' | 'embedding' | 'transcription' | null;
}
