import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import { changeAnswer } from '../../api/answers.ts';
import { textIn } from '../../form-text.ts';
import { passwordProblem } from '../../password-problem.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { NewPasswordField } from '../settings/new-password-field.tsx';
import { RolesField, rolesIn } from './roles-field.tsx';

interface AddUserProps {
  onClose: () => void;
  onAdded: (username: string) => void;
}

/** A dialog to add a user. */
export function AddUser({ onClose, onAdded }: AddUserProps) {
  const { request } = useSession();
  const password = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState<string | null>(null);

  const add = async (form: FormData) => {
    const wrong = passwordProblem(textIn(form, 'password'));
    setBroken(wrong);
    if (wrong !== null) {
      password.current?.focus();
      return null;
    }
    const username = textIn(form, 'username').trim();
    const answer = await request('/auth/users/local', changeAnswer, {
      method: 'POST',
      body: {
        username,
        email: textIn(form, 'email').trim(),
        password: textIn(form, 'password'),
        roles: rolesIn(form),
      },
    });
    if (answer.kind === 'ok') {
      onAdded(username);
      return null;
    }
    return problemOf(answer, {
      denied: 'Your role does not allow adding users. Ask an administrator.',
      missing: 'This platform does not add users.',
    });
  };

  return (
    <FormDialog title="Add user" action="Add" onSubmit={add} onClose={onClose}>
      <TextField label="Username" name="username" required autoFocus fullWidth autoComplete="off" />
      <TextField label="Email" name="email" type="email" required fullWidth autoComplete="off" />
      <NewPasswordField label="Password" name="password" broken={broken} inputRef={password} />
      <RolesField held={['viewer']} />
    </FormDialog>
  );
}
