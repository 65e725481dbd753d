import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelsAnswer } from '../answers.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useAnswer } from '../use-answer.ts';
import { DeniedPage } from './denied.tsx';
import { YourModels } from './your-models.tsx';

/** The models of this platform. */
export function ModelsPage() {
  const [models, again] = useAnswer('/models/', modelsAnswer);
  if (models.kind === 'denied') return <DeniedPage />;
  return (
    <Page heading="Models">
      <Box component="section" aria-labelledby="your-models">
        <Typography id="your-models" variant="h2" sx={{ mb: 2 }}>
          Your Models
        </Typography>
        <Loaded answer={models} onRetry={again}>
          {(rows) => <YourModels models={rows} onChange={again} />}
        </Loaded>
      </Box>
    </Page>
  );
}
