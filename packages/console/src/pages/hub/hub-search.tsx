import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { textIn } from '../../form-text.ts';
import { searchAnswer } from '../../api/model-answers.ts';
import type { SearchResults as Results } from '../../api/model-answers.ts';
import { problemOf } from '../../api/problem-of.ts';
import { useSession } from '../../session/session.tsx';
import { Section } from '../../components/section.tsx';
import { SearchResults } from './search-results.tsx';

type Search =
  | { kind: 'none' }
  | { kind: 'found'; query: string; results: Results }
  | { kind: 'failed'; problem: string };

/** "Model Hub Search" with its results. */
export function HubSearch({ onStarted }: { onStarted: () => void }) {
  const { request } = useSession();
  const [busy, setBusy] = useState(false);
  const [search, setSearch] = useState<Search>({ kind: 'none' });

  const find = async (form: FormData) => {
    const query = textIn(form, 'query').trim();
    setBusy(true);
    const answer = await request('/models/search/', searchAnswer, {
      method: 'POST',
      body: { query, exact: form.has('exact') },
    });
    setBusy(false);
    if (answer.kind === 'ok') return setSearch({ kind: 'found', query, results: answer.data });
    const problem = problemOf(answer, {
      denied: 'Your role does not allow searching the hub. Ask an administrator.',
      missing: 'This platform searches no hub.',
    });
    setSearch({ kind: 'failed', problem });
  };

  return (
    <>
      <Section heading="Model Hub Search">
        <Stack
          component="form"
          role="search"
          aria-label="Model Hub Search"
          direction={{ xs: 'column', sm: 'row' }}
          sx={{ gap: 2, alignItems: { sm: 'center' } }}
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void find(new FormData(event.currentTarget));
          }}
        >
          <TextField
            label="Search models"
            name="query"
            required
            size="small"
            autoComplete="off"
            sx={{ flexGrow: 1 }}
          />
          <FormControlLabel control={<Checkbox name="exact" />} label="Exact match" />
          <Button type="submit" variant="contained" loading={busy}>
            Search
          </Button>
        </Stack>
        {search.kind === 'failed' && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {search.problem}
          </Alert>
        )}
      </Section>
      {search.kind === 'found' && (
        <SearchResults
          // A new search clears the notices of the last one.
          key={JSON.stringify([search.query, search.results.total_results])}
          query={search.query}
          results={search.results}
          onClose={() => setSearch({ kind: 'none' })}
          onStarted={onStarted}
        />
      )}
    </>
  );
}
