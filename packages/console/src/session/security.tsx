import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { securityAnswer } from '../api/answers.ts';
import type { SecurityConfig } from '../api/answers.ts';
import { hasConsented } from './consent-memory.ts';
import { ConsentGate } from '../pages/consent-gate.tsx';
import { UnreachablePage } from '../pages/unreachable.tsx';
import { useSession } from './session.tsx';
import { Banners } from '../frame/banners.tsx';
import { Waiting } from '../components/waiting.tsx';
import type { Loaded } from '../api/use-answer.ts';

type ShowSecurity = (config: SecurityConfig) => void;

const SecurityContext = createContext<ShowSecurity | null>(null);

/** Renders the banners around all pages, and the consent gate before them. */
export function SecurityProvider({ children }: { children: ReactNode }) {
  const { request } = useSession();
  const [answer, setAnswer] = useState<Loaded<SecurityConfig>>({ kind: 'loading' });
  const [agreed, setAgreed] = useState(false);

  const ask = useCallback(async () => {
    const found = await request('/security/public/config', securityAnswer);
    setAgreed(found.kind === 'ok' && !isOwed(found.data));
    setAnswer(found);
  }, [request]);

  useEffect(() => void ask(), [ask]);

  const again = useCallback(() => {
    setAnswer({ kind: 'loading' });
    void ask();
  }, [ask]);

  // New banners appear at once; the consent gate appears only at the entrance.
  const show = useCallback<ShowSecurity>((data) => setAnswer({ kind: 'ok', data }), []);
  const frame = <SecurityContext value={show}>{children}</SecurityContext>;

  switch (answer.kind) {
    case 'loading':
      return <Waiting label="Loading the console" />;
    case 'ok':
      return (
        <>
          <Banners config={answer.data} />
          {agreed ? frame : <ConsentGate config={answer.data} onAgreed={() => setAgreed(true)} />}
        </>
      );
    case 'missing':
      // Older platforms have neither gate nor banners.
      return frame;
    case 'failed':
      return <UnreachablePage message={answer.message} onRetry={again} />;
    case 'denied':
    case 'signed-out':
      return (
        <UnreachablePage
          message="The platform does not say whether its terms have to be accepted first."
          onRetry={again}
        />
      );
  }
}

/** Shows a configuration that was just saved, without a reload. */
export function useShowSecurity(): ShowSecurity {
  const show = use(SecurityContext);
  if (show === null) throw new Error('useShowSecurity needs a SecurityProvider above it.');
  return show;
}

function isOwed({ consent_enabled, consent_content }: SecurityConfig): boolean {
  return consent_enabled && !hasConsented(consent_content ?? '');
}
