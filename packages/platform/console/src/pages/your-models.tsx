import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Model } from '../answers.ts';
import { DataTable } from '../shell/data-table.tsx';
import { DeleteModel } from './delete-model.tsx';

/** The table "Your Models". */
export function YourModels({ models, onChange }: { models: Model[]; onChange: () => void }) {
  const [doomed, setDoomed] = useState<Model | null>(null);
  return (
    <>
      <DataTable
        label="Your Models"
        rows={models}
        empty="No models yet"
        columns={[
          { title: 'Model Name', cell: ({ name }) => name },
          { title: 'Download', cell: ({ m_files = [] }) => filesSentence(m_files.length) },
          { title: 'Source', cell: ({ source_repository, hub }) => source_repository ?? hub ?? 'unknown' },
          {
            title: 'Delete',
            cell: (model) => (
              <Button color="error" size="small" variant="outlined" onClick={() => setDoomed(model)}>
                Delete
              </Button>
            ),
          },
        ]}
      />
      {doomed !== null && <DeleteModel model={doomed} onClose={() => setDoomed(null)} onDeleted={onChange} />}
    </>
  );
}

function filesSentence(count: number): string {
  if (count === 0) return 'Nothing downloaded';
  return count === 1 ? '1 file' : `${count} files`;
}
