import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { securityAnswer } from '../../api/answers.ts';
import type { SecurityConfig } from '../../api/answers.ts';
import { textIn } from '../../form-text.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { BannerFields } from './banner-fields.tsx';

interface SecurityFormProps {
  stored: SecurityConfig;
  onSaved: (config: SecurityConfig) => void;
}

/** The form that replaces the whole configuration of consent gate and banners. */
export function SecurityForm({ stored, onSaved }: SecurityFormProps) {
  const { request } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [consent, setConsent] = useState(stored.consent_enabled);

  const submit = async (form: FormData) => {
    setProblem(null);
    setSaved(false);
    setBusy(true);
    const answer = await request('/security/admin/config', securityAnswer, {
      method: 'PUT',
      body: configIn(form),
    });
    setBusy(false);
    if (answer.kind === 'ok') {
      setSaved(true);
      return onSaved(answer.data);
    }
    setProblem(
      problemOf(answer, {
        denied: 'Your role does not allow changing this. Ask an administrator.',
        missing: 'This platform has neither consent gate nor banners.',
      }),
    );
  };

  return (
    <Stack
      component="form"
      method="post"
      aria-label="Consent and banners"
      spacing={3}
      sx={{ maxWidth: 640 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(new FormData(event.currentTarget));
      }}
    >
      <FormControlLabel
        label="Ask for consent before anything else"
        control={
          <Switch
            name="consent_enabled"
            checked={consent}
            onChange={(event) => setConsent(event.target.checked)}
          />
        }
      />
      <TextField
        label="Consent text"
        name="consent_content"
        required={consent}
        multiline
        minRows={4}
        maxRows={12}
        fullWidth
        defaultValue={stored.consent_content ?? ''}
        helperText="Plain text, or simple HTML such as <p>, <b> and <ul>."
        slotProps={{ htmlInput: { maxLength: 10_000 } }}
      />
      <TextField
        label="Button label"
        name="consent_button_label"
        fullWidth
        defaultValue={stored.consent_button_label ?? ''}
        helperText="“I Agree” when left empty."
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <FormControlLabel
        label="Show banners"
        control={<Switch name="banner_enabled" defaultChecked={stored.banner_enabled} />}
      />
      <BannerFields edge="Top" text={stored.banner_top_text} color={stored.banner_top_color} />
      <BannerFields edge="Bottom" text={stored.banner_bottom_text} color={stored.banner_bottom_color} />
      <Box role="status">
        {saved && (
          <Alert severity="success" role="presentation">
            Saved.
          </Alert>
        )}
      </Box>
      {problem !== null && <Alert severity="error">{problem}</Alert>}
      <Button type="submit" variant="contained" loading={busy} sx={{ alignSelf: 'flex-start' }}>
        Save
      </Button>
    </Stack>
  );
}

function configIn(form: FormData): SecurityConfig {
  const text = (name: string) => textIn(form, name).trim() || null;
  return {
    consent_enabled: form.has('consent_enabled'),
    consent_content: text('consent_content'),
    consent_button_label: text('consent_button_label'),
    banner_enabled: form.has('banner_enabled'),
    banner_top_text: text('banner_top_text'),
    banner_top_color: text('banner_top_color'),
    banner_bottom_text: text('banner_bottom_text'),
    banner_bottom_color: text('banner_bottom_color'),
  };
}
