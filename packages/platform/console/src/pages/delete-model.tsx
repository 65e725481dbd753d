import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { unknown } from 'zod/mini';
import type { Model } from '../answers.ts';
import type { Answer } from '../api.ts';
import { useSession } from '../session.tsx';

interface DeleteModelProps {
  model: Model;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks before a model is deleted, and says why when the platform refuses. */
export function DeleteModel({ model, onClose, onDeleted }: DeleteModelProps) {
  const { request } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const confirm = async () => {
    setBusy(true);
    const answer = await request(`/models/${encodeURIComponent(model.id ?? '')}`, unknown(), {
      method: 'DELETE',
    });
    setBusy(false);
    if (answer.kind !== 'ok') return setProblem(problemOf(answer));
    onClose();
    onDeleted();
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby="delete-model">
      <DialogTitle id="delete-model">Delete {model.name}?</DialogTitle>
      <DialogContent>
        <DialogContentText>Its files are removed from this platform.</DialogContentText>
        {problem !== null && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          Cancel
        </Button>
        <Button color="error" variant="contained" loading={busy} onClick={() => void confirm()}>
          Delete
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function problemOf(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): string {
  switch (answer.kind) {
    case 'denied':
      return 'Your role does not allow deleting this model. Ask an administrator.';
    case 'missing':
      return 'The platform no longer has this model.';
    case 'signed-out':
      return 'Your session has ended. Sign in again.';
    case 'failed':
      return answer.message;
  }
}
