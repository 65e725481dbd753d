import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';

/** Shows a new token, which cannot be shown again after this closes. */
export function NewToken({ token, onClose }: { token: string; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string | null>(null);

  const copy = async () => {
    // The clipboard may be denied, and exists only on https and on the loopback.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    try {
      if (clipboard === undefined) throw new Error('The browser offers no clipboard here.');
      await clipboard.writeText(token);
      setCopied('Copied.');
    } catch {
      field.current?.select();
      setCopied('The browser does not allow copying here. The token is selected: press Ctrl+C.');
    }
  };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onClose()}
      aria-labelledby="new-token"
    >
      <DialogTitle id="new-token">Token created</DialogTitle>
      <DialogContent>
        <Stack spacing={2.5} sx={{ pt: 1 }}>
          <Alert severity="warning" variant="outlined">
            Copy it now: the platform does not show it again.
          </Alert>
          <TextField
            label="Token"
            value={token}
            fullWidth
            inputRef={field}
            slotProps={{
              input: { readOnly: true },
              htmlInput: { spellCheck: false, autoComplete: 'off', style: { fontFamily: 'monospace' } },
            }}
          />
          <Box role="status">{copied}</Box>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="outlined" autoFocus onClick={() => void copy()}>
          Copy
        </Button>
        <Button variant="contained" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
