/** First in the tab order; jumps over the header. Every page has one `<main id="main">`. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-sm font-medium text-paper no-underline focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-3 focus:py-2"
    >
      Skip to the content
    </a>
  );
}
