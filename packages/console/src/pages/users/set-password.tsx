import DialogContentText from '@mui/material/DialogContentText';
import { useRef, useState } from 'react';
import { changeAnswer } from '../../api/answers.ts';
import type { LocalUser } from '../../api/answers.ts';
import { textIn } from '../../form-text.ts';
import { passwordProblem } from '../../password-problem.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { NewPasswordField } from '../settings/new-password-field.tsx';

interface SetPasswordProps {
  user: LocalUser;
  onClose: () => void;
  onSet: (username: string) => void;
}

/** A dialog to set another user's password. */
export function SetPassword({ user, onClose, onSet }: SetPasswordProps) {
  const { request } = useSession();
  const field = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState<string | null>(null);

  const set = async (form: FormData) => {
    const wrong = passwordProblem(textIn(form, 'new_password'));
    setBroken(wrong);
    if (wrong !== null) {
      field.current?.focus();
      return null;
    }
    const answer = await request(`/auth/users/${encodeURIComponent(user.id)}/password`, changeAnswer, {
      method: 'POST',
      body: { new_password: textIn(form, 'new_password') },
    });
    if (answer.kind === 'ok') {
      onSet(user.username);
      return null;
    }
    return problemOf(answer, {
      denied: 'This password cannot be set by you: it is kept elsewhere, or your role does not allow it.',
      missing: 'The platform no longer has this user.',
    });
  };

  return (
    <FormDialog
      title={`Set password of ${user.username}`}
      action="Set password"
      onSubmit={set}
      onClose={onClose}
    >
      <DialogContentText>Sessions of {user.username} end and have to sign in again.</DialogContentText>
      <NewPasswordField label="New password" name="new_password" broken={broken} inputRef={field} autoFocus />
    </FormDialog>
  );
}
