import { publicSecurity } from './public-security.ts';
import { createSlidingWindow, type SlidingWindow } from './sliding-window.ts';
import type { SecurityConfig } from './store.ts';

/** The consent gate and the classification banners. */
export interface SecurityService {
  /** The part of a configuration that anonymous visitors may see. */
  publicConfig(config: SecurityConfig): SecurityConfig;
  publicConfigRate: SlidingWindow;
  consentRate: SlidingWindow;
}

/** Creates the security service. */
export function createSecurityService(): SecurityService {
  return {
    publicConfig: publicSecurity,
    // Far above normal use: a console loads the configuration once per page, and a person consents once.
    publicConfigRate: createSlidingWindow(30, 2_000),
    consentRate: createSlidingWindow(30, 60_000),
  };
}
