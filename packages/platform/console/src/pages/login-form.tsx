import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { HideIcon, ShowIcon } from '../shell/icons.tsx';
import { submitLogin } from '../submit-login.ts';

interface LoginFormProps {
  interaction: string;
  /** The provider no longer knows this interaction: it has to be started over. */
  onExpired: () => void;
}

/** Username and password, as the provider asked for them. */
export function LoginForm({ interaction, onExpired }: LoginFormProps) {
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (form: FormData) => {
    setBusy(true);
    setProblem(null);
    const outcome = await submitLogin(interaction, {
      username: textIn(form, 'username'),
      password: textIn(form, 'password'),
    });
    // While the browser leaves, the button stays busy: a second click would spend the interaction twice.
    if (outcome.kind === 'accepted') return location.assign(outcome.location);
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
      <TextField
        label="Password"
        name="password"
        type={shown ? 'text' : 'password'}
        required
        fullWidth
        autoComplete="current-password"
        slotProps={{
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton
                  aria-label={shown ? 'Hide password' : 'Show password'}
                  edge="end"
                  onClick={() => setShown(!shown)}
                >
                  {shown ? <HideIcon /> : <ShowIcon />}
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        Login
      </Button>
    </Stack>
  );
}

/** A field of a form that holds no files. */
function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
