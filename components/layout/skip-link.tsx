/** First in the tab order; jumps over the header. Every page has one `<main id="main">`. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-ink px-3 py-2 text-sm font-medium text-paper no-underline focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
