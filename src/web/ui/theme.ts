import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver } from '@mantine/core';
import { amber, dark, gray, red, teal } from './palette.ts';

/** Where the browser keeps the choice of light, dark or system; index.html reads it before the first paint. */
export const colorSchemeKey = 'tandem-color-scheme';

/**
 * Lists of options open where their field stands, inside its dialog or landmark, and scroll by themselves: so screen
 * readers find them and the keyboard reaches all of them.
 */
const listInPlace = {
  defaultProps: {
    withScrollArea: false,
    comboboxProps: { withinPortal: false },
  },
  styles: { options: { maxHeight: 240, overflowY: 'auto' as const, scrollbarWidth: 'thin' as const } },
};

/** The one look of desk and portal: small scale steps, quiet borders, colour for exceptions only. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 3 },
  colors: { teal, gray, dark, red, amber },
  black: '#1d1c19',
  fontFamily:
    "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    // Filled in the bright shade of the dark theme wants dark text; the library decides for one theme only.
    // A company’s own accent in its portal brings the text that can be read on it.
    if (input.variant === 'filled') {
      const isFirst = input.color === undefined || input.color === 'teal';
      const own = isFirst ? 'var(--tandem-on-primary, var(--tandem-on-filled))' : 'var(--tandem-on-filled)';
      return { ...resolved, color: own };
    }
    // Tinted badges and buttons: text from the dark (or bright) end, so that small print keeps its contrast.
    if (input.variant === 'light' && input.color !== undefined && !input.color.includes('.')) {
      return { ...resolved, color: `var(--tandem-on-tint-${input.color}, var(--mantine-color-text))` };
    }
    return resolved;
  },
  // Plain objects: naming the components here would put all of them into the first page.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Badge: {
      defaultProps: { variant: 'light', color: 'gray', radius: 'sm', tt: 'none', fw: 550, size: 'md' },
      // A state of one word is never cut short by what stands beside it.
      styles: { root: { flexShrink: 0 }, label: { overflow: 'visible' } },
    },
    Button: { defaultProps: { size: 'sm' } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    },
    Menu: {
      defaultProps: { portalProps: { target: '#main' }, withInitialFocusPlaceholder: false },
    },
    Modal: {
      defaultProps: { radius: 'md', centered: true },
    },
    MultiSelect: listInPlace,
    Popover: { defaultProps: { shadow: 'md', radius: 'md' } },
    Select: listInPlace,
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

/**
 * The semantic colours, per scheme. Text colours reach 4.5 to 1 on the page and on surfaces; marks of figures
 * (bars, lines, dots) reach 3 to 1.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfbf9',
    '--mantine-color-dimmed': '#5f5d56',
    '--mantine-color-placeholder': '#706e67',
    '--mantine-color-anchor': '#0b6b62',
    '--mantine-color-error': '#b02a1e',
    '--mantine-color-success': '#0b6b62',
    '--mantine-color-default-border': '#d2d0ca',
    '--mantine-color-gray-light': '#efeeea',
    '--tandem-on-filled': '#ffffff',
    '--mantine-primary-color-contrast': '#ffffff',
    '--tandem-surface': '#ffffff',
    '--tandem-sunken': '#f3f3f0',
    '--tandem-line': '#e4e2dd',
    '--tandem-hover': '#f5f5f2',
    '--tandem-on-tint-teal': '#08564f',
    '--tandem-on-tint-gray': '#4a4842',
    '--tandem-on-tint-red': '#9c261b',
    '--tandem-on-tint-amber': '#6d4704',
    '--tandem-mark': '#2f5d57',
    '--tandem-mark-soft': '#7fa39d',
    '--tandem-mark-faint': '#b9b7b0',
    '--tandem-bad': '#b93226',
    '--tandem-warn': '#946409',
    '--tandem-range-1': '#d3d1cb',
    '--tandem-range-2': '#e3e1dc',
    '--tandem-range-3': '#f0efeb',
  },
  dark: {
    '--mantine-color-body': '#191916',
    '--mantine-color-text': '#e9e7e2',
    '--mantine-color-dimmed': '#aeaba3',
    '--mantine-color-placeholder': '#98958c',
    '--mantine-color-anchor': '#76c3b5',
    '--mantine-color-error': '#ef9a90',
    '--mantine-color-success': '#76c3b5',
    '--mantine-color-default': '#242320',
    '--mantine-color-default-hover': '#2c2b27',
    '--mantine-color-default-border': '#4b4a44',
    '--mantine-color-gray-light': '#302f2b',
    '--mantine-color-teal-light': '#1e3833',
    '--mantine-color-teal-light-hover': '#25443e',
    '--mantine-color-red-light': '#45261f',
    '--mantine-color-red-light-hover': '#522e26',
    '--mantine-color-amber-light': '#40321a',
    '--mantine-color-amber-light-hover': '#4d3d20',
    '--tandem-on-filled': '#10211e',
    '--mantine-primary-color-contrast': '#10211e',
    '--tandem-surface': '#21201d',
    '--tandem-sunken': '#161613',
    '--tandem-line': '#383732',
    '--tandem-hover': '#292825',
    '--tandem-on-tint-teal': '#a6d8ce',
    '--tandem-on-tint-gray': '#cfccc5',
    '--tandem-on-tint-red': '#f3b8b0',
    '--tandem-on-tint-amber': '#f4d083',
    '--tandem-mark': '#8ecbc0',
    '--tandem-mark-soft': '#5d857e',
    '--tandem-mark-faint': '#6d6a63',
    '--tandem-bad': '#ec9187',
    '--tandem-warn': '#eab64a',
    '--tandem-range-1': '#4b4a44',
    '--tandem-range-2': '#3b3a35',
    '--tandem-range-3': '#2d2c28',
  },
});
