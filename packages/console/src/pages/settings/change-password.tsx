import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useRef, useState } from 'react';
import { changeAnswer } from '../../api/answers.ts';
import { textIn } from '../../form-text.ts';
import { passwordProblem } from '../../password-problem.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession, useUser } from '../../session/session.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { NewPasswordField } from './new-password-field.tsx';

interface ChangePasswordProps {
  onStarted: () => void;
  onChanged: () => void;
}

/** The form to change the user's own password. */
export function ChangePassword({ onStarted, onChanged }: ChangePasswordProps) {
  const { request } = useSession();
  const { username } = useUser();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [broken, setBroken] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const wrong = passwordProblem(textIn(typed, 'new_password'));
    onStarted();
    setProblem(null);
    setBroken(wrong);
    if (wrong !== null) return field.current?.focus();

    setBusy(true);
    const answer = await request('/auth/users/me/password', changeAnswer, {
      method: 'POST',
      body: {
        current_password: textIn(typed, 'current_password'),
        new_password: textIn(typed, 'new_password'),
      },
    });
    setBusy(false);
    if (answer.kind === 'ok') {
      form.reset();
      return onChanged();
    }
    setProblem(
      problemOf(answer, {
        denied: 'Your password is kept elsewhere and cannot be changed here.',
        missing: 'This platform does not change passwords.',
      }),
    );
  };

  return (
    <Stack
      component="form"
      method="post"
      aria-label="Change password"
      spacing={2.5}
      sx={{ maxWidth: 420 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(event.currentTarget);
      }}
    >
      {problem !== null && <Alert severity="error">{problem}</Alert>}
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField label="Current password" name="current_password" autoComplete="current-password" />
      <NewPasswordField label="New password" name="new_password" broken={broken} inputRef={field} />
      <Button type="submit" variant="contained" loading={busy} sx={{ alignSelf: 'flex-start' }}>
        Change password
      </Button>
    </Stack>
  );
}
