import DialogContentText from '@mui/material/DialogContentText';
import { changeAnswer } from '../../api/answers.ts';
import type { Model } from '../../api/model-answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';

interface DeleteModelProps {
  model: Model;
  onClose: () => void;
  onDeleted: () => void;
}

/** Confirms before a model is deleted, and shows the reason when the platform refuses. */
export function DeleteModel({ model, onClose, onDeleted }: DeleteModelProps) {
  const { request } = useSession();

  const remove = async () => {
    const answer = await request(`/models/${encodeURIComponent(model.id ?? '')}`, changeAnswer, {
      method: 'DELETE',
    });
    if (answer.kind !== 'ok') {
      return problemOf(answer, {
        denied: 'You may not delete this model. Ask its owner or an administrator.',
        missing: 'The platform no longer has this model.',
      });
    }
    onDeleted();
    return null;
  };

  return (
    <FormDialog
      title={`Delete ${model.name}?`}
      action="Delete"
      color="error"
      onSubmit={remove}
      onClose={onClose}
    >
      <DialogContentText>Its files are removed from this platform.</DialogContentText>
    </FormDialog>
  );
}
