import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

interface MessageFormProps {
  /** Whether the model is answering; then it can be stopped, but nothing can be sent. */
  busy: boolean;
  onSend: (text: string) => Promise<void>;
  onStop: () => void;
}

/** The field to write in. Enter sends; with Shift it starts a new line. */
export function MessageForm({ busy, onSend, onStop }: MessageFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');

  const send = () => {
    const message = text.trim();
    if (busy || message === '') return;
    setText('');
    field.current?.focus();
    void onSend(message);
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    // Enter also ends the composition of a character.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <Stack
      component="form"
      direction="row"
      spacing={2}
      sx={{ alignItems: 'flex-end' }}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label="Message"
        placeholder="Send a message..."
        inputRef={field}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={sendOnEnter}
        multiline
        maxRows={8}
        fullWidth
        autoComplete="off"
      />
      {busy ? (
        <Button
          key="stop"
          variant="outlined"
          color="error"
          sx={{ height: 56 }}
          onClick={() => {
            onStop();
            field.current?.focus();
          }}
        >
          Stop
        </Button>
      ) : (
        <Button key="send" type="submit" variant="contained" aria-label="Send message" sx={{ height: 56 }}>
          Send
        </Button>
      )}
    </Stack>
  );
}
