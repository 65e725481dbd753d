import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import type { Model, SearchResults as Results } from '../../api/model-answers.ts';
import { useUser } from '../../session/session.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { CloseIcon } from '../../frame/icons.tsx';
import { Section } from '../../components/section.tsx';
import type { Notice } from '../../components/section.tsx';
import { DownloadFiles } from './download-files.tsx';
import { mayDownload } from '../models/may.ts';
import { modelText, sourceText } from '../models/model-text.ts';

interface SearchResultsProps {
  query: string;
  results: Results;
  onClose: () => void;
  onStarted: () => void;
}

/** "Model Search Results": models on the hub, with a button to download each. */
export function SearchResults({ query, results, onClose, onStarted }: SearchResultsProps) {
  const { roles = [] } = useUser();
  const [asked, setAsked] = useState<Model | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);

  return (
    <Section
      heading="Model Search Results"
      notice={notice}
      action={
        <IconButton aria-label="Close the search results" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      }
    >
      {(results.hub_error || results.hub_results_partial === true) && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          Not everything that the hub has is listed here. {results.hub_error}
        </Alert>
      )}
      <DataTable
        label="Model Search Results"
        rows={results.results.map(({ model }) => model)}
        rowKey={modelText}
        empty={`The hub has nothing called ${query}`}
        columns={[
          { title: 'Model Name', cell: modelText },
          {
            title: 'Download',
            cell: (model) =>
              mayDownload(roles) && (
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={`Download ${modelText(model)}`}
                  onClick={() => {
                    setNotice(null);
                    setAsked(model);
                  }}
                >
                  Download
                </Button>
              ),
          },
          { title: 'Source', cell: sourceText },
        ]}
      />
      {asked !== null && (
        <DownloadFiles
          model={asked}
          onClose={() => setAsked(null)}
          onStarted={(text) => {
            setAsked(null);
            setNotice({ text, opener: 'stays' });
            onStarted();
          }}
        />
      )}
    </Section>
  );
}
