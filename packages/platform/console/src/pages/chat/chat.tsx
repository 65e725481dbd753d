import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link, useParams } from 'react-router';
import { deploymentAnswer } from '../../model-answers.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { useAnswer } from '../../use-answer.ts';
import { DeniedPage } from '../denied.tsx';
import { deploymentName } from '../models/deployment-text.ts';
import { NotFoundPage } from '../not-found.tsx';
import { Conversation } from './conversation.tsx';

/** `/models/chat/{deployment}`: a talk with a model that runs here. */
export function ChatPage() {
  const { id = '' } = useParams();
  const [deployment, again] = useAnswer(`/serving/deployment/${encodeURIComponent(id)}`, deploymentAnswer);
  if (deployment.kind === 'missing') return <NotFoundPage />;
  if (deployment.kind === 'denied') return <DeniedPage />;

  const heading = deployment.kind === 'ok' ? `Chat with ${deploymentName(deployment.data)}` : 'Chat';
  return (
    <Page heading={heading}>
      <Stack spacing={3}>
        <Button component={Link} to="/models" variant="outlined" sx={{ alignSelf: 'flex-start' }}>
          Back to Model List
        </Button>
        <Loaded answer={deployment} onRetry={again}>
          {/* Nothing of one conversation may go to another model. */}
          {(found) => <Conversation key={found.id} deployment={found} />}
        </Loaded>
      </Stack>
    </Page>
  );
}
