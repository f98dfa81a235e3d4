/** How much a roster may hold. Apart from the parser, so that a page that only checks a size does not load it. */
export const ROSTER_MAX_BYTES = 1_000_000;
export const ROSTER_MAX_ROWS = 10_000;
