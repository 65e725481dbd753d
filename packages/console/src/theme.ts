import { createTheme } from '@mui/material/styles';

const green = '#3ddc97';
const line = 'rgba(168, 186, 177, 0.18)';

/** The console's dark theme. Every text colour keeps a contrast of at least 4.5:1 on both backgrounds. */
export const theme = createTheme({
  palette: {
    mode: 'dark',
    primary: { main: green, light: '#7ce9b9', dark: '#23b377', contrastText: '#04140c' },
    error: { main: '#ff8a80', contrastText: '#2b0603' },
    background: { default: '#0c1210', paper: '#141c19' },
    text: { primary: '#eef5f1', secondary: '#a8bab1' },
    divider: line,
  },
  shape: { borderRadius: 10 },
  typography: {
    fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif',
    h1: { fontSize: '1.9rem', fontWeight: 650, letterSpacing: '-0.01em' },
    h2: { fontSize: '1.2rem', fontWeight: 600 },
    h3: { fontSize: '1rem', fontWeight: 600 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        // Space left by banners; the component that shows one sets the first two.
        ':root': {
          '--banner-top': '0px',
          '--banner-bottom': '0px',
          '--room': 'calc(100dvh - var(--banner-top) - var(--banner-bottom))',
          scrollPaddingBlock: 'calc(80px + var(--banner-top)) calc(16px + var(--banner-bottom))',
        },
        body: { paddingTop: 'var(--banner-top)', paddingBottom: 'var(--banner-bottom)' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      // Without the ripple, keyboard focus needs a mark of its own.
      styleOverrides: { root: { '&.Mui-focusVisible': { outline: `2px solid ${green}`, outlineOffset: 2 } } },
    },
    MuiDialog: {
      styleOverrides: {
        container: {
          height: 'var(--room)',
          marginTop: 'var(--banner-top)',
        },
        paper: {
          border: `1px solid ${line}`,
          maxHeight: 'calc(100% - 32px)',
          margin: 16,
          width: 'calc(100% - 32px)',
        },
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiTableCell: {
      styleOverrides: { head: ({ theme: t }) => ({ color: t.palette.text.secondary, fontWeight: 600 }) },
    },
  },
});
