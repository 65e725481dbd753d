import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { textIn } from '../form-text.ts';
import { noteSession } from '../session/session-hint.ts';
import { PasswordField } from '../components/password-field.tsx';
import { submitLogin } from '../session/submit-login.ts';

interface LoginFormProps {
  interaction: string;
  /** The provider no longer knows this interaction: it has to be started over. */
  onExpired: () => void;
}

/** The form for username and password of the provider's interaction. */
export function LoginForm({ interaction, onExpired }: LoginFormProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (form: FormData) => {
    setBusy(true);
    setProblem(null);
    const outcome = await submitLogin(interaction, {
      username: textIn(form, 'username'),
      password: textIn(form, 'password'),
    });
    // The button stays busy while the browser leaves: a second click would use the interaction twice.
    if (outcome.kind === 'accepted') {
      noteSession('tried');
      return location.assign(outcome.location);
    }
    setBusy(false);
    if (outcome.kind === 'expired') return onExpired();
    setProblem(outcome.message);
  };

  return (
    <Stack
      component="form"
      method="post"
      aria-label="Sign In"
      spacing={2.5}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {problem !== null && <Alert severity="error">{problem}</Alert>}
      <TextField label="Username" name="username" required fullWidth autoFocus autoComplete="username" />
      <PasswordField label="Password" name="password" autoComplete="current-password" />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        Login
      </Button>
    </Stack>
  );
}
