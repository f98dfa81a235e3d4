/** The five series colours, by number, as the CSS variables that both themes define. */
export type SeriesColor = 1 | 2 | 3 | 4 | 5;

export const seriesVariable = (color: SeriesColor) => `var(--series-${color})`;
