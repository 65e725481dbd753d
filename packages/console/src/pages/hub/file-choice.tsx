import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ModelFile } from '../../api/model-answers.ts';
import { sizeText } from '../../size-text.ts';

/** The files of a model, each with a checkbox named `file`, all checked at first. */
export function FileChoice({ files }: { files: ModelFile[] }) {
  const [wanted, setWanted] = useState(() => new Set(files.map(({ name }) => name)));
  if (files.length === 0) return <Typography color="textSecondary">The hub has no files of it.</Typography>;

  const all = wanted.size === files.length;
  return (
    <FormGroup>
      <FormControlLabel
        label="Select/Unselect All"
        control={
          <Checkbox
            checked={all}
            indeterminate={!all && wanted.size > 0}
            onChange={() => setWanted(new Set(all ? [] : files.map(({ name }) => name)))}
          />
        }
      />
      {files.map(({ name, size }) => (
        <FormControlLabel
          key={name}
          label={`${name} - ${sizeText(size)}`}
          sx={{ ml: 1.5, overflowWrap: 'anywhere' }}
          control={
            <Checkbox
              name="file"
              value={name}
              checked={wanted.has(name)}
              onChange={(_event, checked) =>
                setWanted((now) => (checked ? new Set([...now, name]) : now.difference(new Set([name]))))
              }
            />
          }
        />
      ))}
    </FormGroup>
  );
}
