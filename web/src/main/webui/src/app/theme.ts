import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The same green as on the pages that the server makes; its seventh shade is the accent in light, its fourth in dark. */
const green: MantineColorsTuple = [
  '#eaf3ef', '#d5e7df', '#aed3c5', '#7fd0b7', '#55a78e', '#3a8c75', '#1f6f5c', '#1a5f4e', '#154d40', '#0f3a30',
];

const grey: MantineColorsTuple = [
  '#fbfbf9', '#f3f4f1', '#e6e9e6', '#d9deda', '#b9c1bc', '#7d8883', '#67726d', '#55605b', '#313a36', '#1c2320',
];

const dark: MantineColorsTuple = [
  '#e7ece9', '#c3cdc8', '#a7b3ad', '#84918b', '#43504a', '#313a36', '#222a27', '#131816', '#0f1312', '#0b0e0d',
];

/** For what went wrong and what is done for good; readable as text: the seventh shade on light, the fifth on dark. */
const red: MantineColorsTuple = [
  '#fdf2f0', '#f9dfdb', '#f1bfb8', '#ec9f94', '#e88a7d', '#cc5446', '#ad3426', '#962c20', '#7d251b', '#5f1c15',
];

export const theme = createTheme({
  primaryColor: 'green',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { green, red, gray: grey, dark },
  black: '#1c2320',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.6rem', lineHeight: '1.25' }, h2: { fontSize: '1.1rem', lineHeight: '1.35' }, h3: { fontSize: '1rem', lineHeight: '1.4' } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Said, so that style sheets can tell it.
    Button: { defaultProps: { variant: 'filled' } },
    // Beside a long title it keeps its words.
    Badge: { defaultProps: { tt: 'none', flex: 'none' } },
    // Whoever writes from right to left sees it so while they write.
    Textarea: { defaultProps: { dir: 'auto' } },
    TextInput: { defaultProps: { dir: 'auto' } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    // Else a dialogue would have a banner beside that of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
});
