import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { textIn } from '../../form-text.ts';
import type { ModelFile } from '../../api/model-answers.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { sizeText } from '../../size-text.ts';

interface ChooseFileProps {
  files: ModelFile[];
  onClose: () => void;
  /** Deploys the file. Returns a sentence on failure. */
  onChosen: (fileId: string) => Promise<string | null>;
}

/** A dialog to choose which downloaded file of a model is deployed. */
export function ChooseFile({ files, onClose, onChosen }: ChooseFileProps) {
  return (
    <FormDialog
      title="Which file do you want to deploy?"
      action="Deploy"
      onSubmit={(form) => onChosen(textIn(form, 'file'))}
      onClose={onClose}
    >
      <TextField select label="File" name="file" defaultValue={files[0]?.id ?? ''} fullWidth>
        {files.map(({ id, name, size }) => (
          <MenuItem key={name} value={id ?? ''}>
            {`${name} - ${sizeText(size)}`}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
