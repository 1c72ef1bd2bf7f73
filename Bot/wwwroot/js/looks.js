// How Teams draws a card, told to Microsoft's renderer. Colours are names from card.css, so light and dark need no second drawing.

const colour = name => ({ default: `var(--ac-${name})`, subtle: `var(--ac-${name}-subtle, var(--ac-subtle))` });

const foregroundColors = {
  default: colour('text'), dark: colour('text'), light: colour('subtle'), accent: colour('accent'),
  good: colour('good'), warning: colour('warning'), attention: colour('attention'),
};

const style = background => ({ backgroundColor: background, borderColor: 'var(--stroke)', foregroundColors });

const label = { color: 'default', isSubtle: false, size: 'default', weight: 'default', suffix: '' };

export const looks = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 28 },
  spacing: { none: 0, small: 4, default: 8, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--stroke)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: style('transparent'), emphasis: style('var(--ac-emphasis)'), accent: style('var(--ac-accent-bg)'),
    good: style('var(--ac-good-bg)'), warning: style('var(--ac-warning-bg)'), attention: style('var(--ac-attention-bg)'),
  },
  actions: {
    maxActions: 8, spacing: 'medium', buttonSpacing: 0, actionsOrientation: 'horizontal', actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
  adaptiveCard: { allowCustomStyle: false },
  textBlock: { headingLevel: 2 },
  factSet: {
    title: { color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 120 },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 16,
  },
  inputs: {
    label: { requiredInputs: label, optionalInputs: label, inputSpacing: 'small' },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'default' },
  },
};
