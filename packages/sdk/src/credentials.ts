/** Proof of identity. `token` is a personal access token, or any other bearer that cannot be renewed. */
export type Credentials =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'refresh'; readonly refreshToken: string };
