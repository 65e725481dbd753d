import Box from '@mui/material/Box';

/** The product's name as it stands in the header and above the sign-in form. */
export function Wordmark() {
  return (
    <Box
      component="span"
      sx={{ fontWeight: 750, fontSize: '1.15rem', letterSpacing: '0.16em', color: 'primary.main' }}
    >
      KAMIWAZA
    </Box>
  );
}
