import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { bannerColor } from '../../frame/banners.tsx';

interface BannerFieldsProps {
  edge: 'Top' | 'Bottom';
  text: string | null | undefined;
  color: string | null | undefined;
}

/** Text and colour of one banner. */
export function BannerFields({ edge, text, color }: BannerFieldsProps) {
  const name = `banner_${edge.toLowerCase()}`;
  return (
    <Stack direction="row" spacing={2}>
      <TextField
        label={`${edge} banner text`}
        name={`${name}_text`}
        fullWidth
        defaultValue={text ?? ''}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        label={`${edge} banner color`}
        name={`${name}_color`}
        type="color"
        defaultValue={bannerColor(color)}
        sx={{ width: 160, flexShrink: 0 }}
        slotProps={{ inputLabel: { shrink: true } }}
      />
    </Stack>
  );
}
