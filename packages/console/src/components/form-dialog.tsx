import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

interface FormDialogProps {
  title: string;
  /** Label of the submit button. */
  action: string;
  color?: 'primary' | 'error';
  maxWidth?: 'xs' | 'sm';
  /** Submits the form. Returns a sentence on failure, and null on success, which closes the dialog. */
  onSubmit: (form: FormData) => Promise<string | null>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with a form. When the platform refuses, it stays open and shows the reason. */
export function FormDialog({
  title,
  action,
  color = 'primary',
  maxWidth = 'xs',
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (form: FormData) => {
    setBusy(true);
    setProblem(null);
    setProblem(await onSubmit(form));
    setBusy(false);
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth={maxWidth}
      // A click outside must not discard the input.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onClose()}
      aria-labelledby={id}
    >
      <Stack
        component="form"
        method="post"
        aria-labelledby={id}
        sx={{ minHeight: 0 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit(new FormData(event.currentTarget));
        }}
      >
        <DialogTitle id={id} sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </DialogTitle>
        <DialogContent>
          {/* An outlined field's label stands above its frame. */}
          <Stack spacing={2.5} sx={{ pt: 1 }}>
            {problem !== null && <Alert severity="error">{problem}</Alert>}
            {children}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button color="inherit" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color={color} variant="contained" loading={busy}>
            {action}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
