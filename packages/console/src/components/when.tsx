import Box from '@mui/material/Box';

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** An instant of the platform (ISO 8601) in the reader's own time zone. */
export function When({ instant }: { instant: string | null | undefined }) {
  const date = new Date(instant ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return '–';
  return (
    <Box component="time" dateTime={date.toISOString()} sx={{ whiteSpace: 'nowrap' }}>
      {format.format(date)}
    </Box>
  );
}
