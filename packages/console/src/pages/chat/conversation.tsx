import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import type { Deployment } from '../../api/model-answers.ts';
import { Facts } from '../../components/facts.tsx';
import { Section } from '../../components/section.tsx';
import { deploymentName, engineText } from '../deployments/deployment-text.ts';
import { runtimePath } from '../deployments/runtime-path.ts';
import { MessageForm } from './message-form.tsx';
import { useChat } from './use-chat.ts';
import type { ChatMessage } from './use-chat.ts';

/** The messages of a chat, and the form to send one. */
export function Conversation({ deployment }: { deployment: Deployment }) {
  const { messages, busy, problem, usage, send, stop } = useChat(runtimePath(deployment));
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Scrolls only as far as needed, so that a reader further up is not interrupted.
    if (messages.length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [messages]);

  return (
    <Stack spacing={4}>
      <Stack spacing={2}>
        <Stack
          role="log"
          aria-label="Conversation"
          // A screen reader reads a complete answer, not word by word.
          aria-busy={busy}
          spacing={2}
          sx={{ minHeight: 200, p: 2, border: 1, borderColor: 'divider', borderRadius: 1 }}
        >
          {messages.length === 0 && (
            <Typography color="textSecondary" sx={{ m: 'auto' }}>
              Send a message to start
            </Typography>
          )}
          {messages.map((message, index) => (
            <Message key={index} message={message} />
          ))}
          <div ref={end} />
        </Stack>
        {problem !== null && <Alert severity="warning">{problem}</Alert>}
        <MessageForm busy={busy} onSend={send} onStop={stop} />
      </Stack>
      <Section heading="Server Info">
        <Facts
          facts={{
            Model: deploymentName(deployment),
            Engine: engineText(deployment),
            Context: deployment.context_window && `${deployment.context_window} tokens`,
            'Last answer': usage && `${usage.answer} tokens, after ${usage.prompt} of the conversation`,
          }}
        />
      </Section>
    </Stack>
  );
}

function Message({ message: { role, content } }: { message: ChatMessage }) {
  const mine = role === 'user';
  return (
    <Box
      component="article"
      aria-label={mine ? 'You' : 'Assistant'}
      sx={{
        alignSelf: mine ? 'flex-end' : 'flex-start',
        maxWidth: '85%',
        px: 2,
        py: 1.5,
        borderRadius: 2,
        bgcolor: mine ? 'primary.main' : 'background.paper',
        color: mine ? 'primary.contrastText' : 'text.primary',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      }}
    >
      {content}
    </Box>
  );
}
