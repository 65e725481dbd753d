import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useEffect, useState } from 'react';
import { consentAnswer } from '../api/answers.ts';
import type { SecurityConfig } from '../api/answers.ts';
import { rememberConsent } from '../session/consent-memory.ts';
import { useSession } from '../session/session.tsx';
import { RichText } from '../components/rich-text.tsx';

interface ConsentGateProps {
  config: SecurityConfig;
  onAgreed: () => void;
}

/** Blocks every page until the user has consented and the platform has recorded it. */
export function ConsentGate({ config, onAgreed }: ConsentGateProps) {
  const { request } = useSession();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const content = config.consent_content ?? '';

  useEffect(() => {
    document.title = 'Consent · Kamiwaza';
  }, []);

  const agree = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await request('/security/consent/accept', consentAnswer, { method: 'POST' });
    setBusy(false);
    if (answer.kind === 'ok' && answer.data.accepted) {
      rememberConsent(content);
      return onAgreed();
    }
    setProblem(answer.kind === 'failed' ? answer.message : 'The platform did not accept it.');
  };

  return (
    // Rendered separately: a dialog hides its surroundings from assistive technology, but not the banners.
    <Box ref={setPlace}>
      {place !== null && (
        <Dialog
          open
          fullWidth
          container={place}
          aria-labelledby="consent"
          aria-describedby="consent-text"
          scroll="paper"
        >
          <DialogTitle id="consent">Consent</DialogTitle>
          <DialogContent id="consent-text" dividers tabIndex={0}>
            <RichText html={content} />
          </DialogContent>
          <DialogActions sx={{ p: 2, flexDirection: 'column', alignItems: 'stretch', gap: 1.5 }}>
            {problem !== null && (
              <Alert severity="error">Your consent could not be recorded. {problem}</Alert>
            )}
            <Button
              variant="contained"
              size="large"
              loading={busy}
              onClick={() => void agree()}
              style={{ margin: 0 }}
            >
              {config.consent_button_label?.trim() || 'I Agree'}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Box>
  );
}
