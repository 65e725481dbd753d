import DialogContentText from '@mui/material/DialogContentText';
import { changeAnswer } from '../../api/answers.ts';
import type { Pat } from '../../api/answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { tokenName } from './token-status.ts';

interface RevokeTokenProps {
  pat: Pat;
  onClose: () => void;
  onRevoked: () => void;
}

/** Confirms before a token is revoked. */
export function RevokeToken({ pat, onClose, onRevoked }: RevokeTokenProps) {
  const { request } = useSession();

  const revoke = async () => {
    const answer = await request(`/auth/pats/${encodeURIComponent(pat.jti)}`, changeAnswer, {
      method: 'DELETE',
    });
    if (answer.kind !== 'ok') {
      return problemOf(answer, {
        denied: 'You may not revoke this token.',
        missing: 'The platform no longer has this token.',
      });
    }
    onClose();
    onRevoked();
    return null;
  };

  return (
    <FormDialog
      title={`Revoke ${tokenName(pat)}?`}
      action="Revoke"
      color="error"
      onSubmit={revoke}
      onClose={onClose}
    >
      <DialogContentText>
        Whatever uses this token is refused from now on. It cannot be undone.
      </DialogContentText>
    </FormDialog>
  );
}
