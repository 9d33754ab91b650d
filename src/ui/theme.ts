import { createTheme, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#e9f6f6',
  '#d3ebec',
  '#a5d7da',
  '#74c3c8',
  '#4fb2b9',
  '#2c9aa2',
  '#167f88',
  '#0a6b74',
  '#07565d',
  '#044147',
]

// Dark surfaces lean to blue-grey like the bar; Mantine's own are neutral.
const dark: MantineColorsTuple = [
  '#e8ecf1',
  '#c5ced8',
  '#a9b4c0',
  '#97a4b1',
  '#46525f',
  '#2d3743',
  '#1f2833',
  '#1a212b',
  '#11161d',
  '#0b0f14',
]

/** What Mantine's components look like here. Colours that it has no name for stand in `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  colors: { petrol, dark },
  fontFamily: 'system-ui, sans-serif',
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '15px' },
  headings: { fontWeight: '600' },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
})
