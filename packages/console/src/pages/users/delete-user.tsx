import DialogContentText from '@mui/material/DialogContentText';
import { changeAnswer } from '../../api/answers.ts';
import type { LocalUser } from '../../api/answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';

interface DeleteUserProps {
  user: LocalUser;
  onClose: () => void;
  onDeleted: (username: string) => void;
}

/** Confirms before a user is deleted. */
export function DeleteUser({ user, onClose, onDeleted }: DeleteUserProps) {
  const { request } = useSession();

  const remove = async () => {
    const answer = await request(`/auth/users/${encodeURIComponent(user.id)}`, changeAnswer, {
      method: 'DELETE',
    });
    if (answer.kind === 'ok') {
      onDeleted(user.username);
      return null;
    }
    return problemOf(answer, {
      denied: 'Your role does not allow deleting users. Ask an administrator.',
      missing: 'The platform no longer has this user.',
    });
  };

  return (
    <FormDialog
      title={`Delete ${user.username}?`}
      action="Delete"
      color="error"
      onSubmit={remove}
      onClose={onClose}
    >
      <DialogContentText>
        All sessions and tokens of {user.username} end at once. It cannot be undone.
      </DialogContentText>
    </FormDialog>
  );
}
