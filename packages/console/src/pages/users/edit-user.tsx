import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { changeAnswer } from '../../api/answers.ts';
import type { LocalUser } from '../../api/answers.ts';
import { textIn } from '../../form-text.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { RolesField, rolesIn } from './roles-field.tsx';

interface EditUserProps {
  user: LocalUser;
  onClose: () => void;
  onSaved: (username: string) => void;
}

/** A dialog to change a user's e-mail address, roles and active state. */
export function EditUser({ user, onClose, onSaved }: EditUserProps) {
  const { request } = useSession();

  const save = async (form: FormData) => {
    const email = textIn(form, 'email').trim();
    const answer = await request(`/auth/users/${encodeURIComponent(user.id)}`, changeAnswer, {
      method: 'PUT',
      body: { email: email || null, roles: rolesIn(form), active: form.has('active') },
    });
    if (answer.kind === 'ok') {
      onSaved(user.username);
      return null;
    }
    return problemOf(answer, {
      denied: 'Your role does not allow changing users. Ask an administrator.',
      missing: 'The platform no longer has this user.',
    });
  };

  return (
    <FormDialog title={`Edit ${user.username}`} action="Save" onSubmit={save} onClose={onClose}>
      <TextField
        label="Email"
        name="email"
        type="email"
        required={Boolean(user.email)}
        autoFocus
        fullWidth
        autoComplete="off"
        defaultValue={user.email ?? ''}
      />
      <RolesField held={user.roles ?? []} />
      <FormControlLabel label="Active" control={<Switch name="active" defaultChecked={user.active} />} />
    </FormDialog>
  );
}
