/**
 * Numbers that say where they come from: assumed for the sake of the exercise, or reckoned from others. The note shows
 * under the pointer and on focus, and is the number's description for a screen reader; nothing here needs JavaScript.
 */
import { type ReactNode, useId } from "react";

export function Assume({ children }: { children?: ReactNode }) {
  return <NotedNumber note="Assumed for this text, not measured">{children}</NotedNumber>;
}

/** `of` is the reckoning in the estimator's language. */
export function Calc({ of, children }: { of: string; children?: ReactNode }) {
  return <NotedNumber note={`= ${readable(of)}`}>{children}</NotedNumber>;
}

/** "20e9 * 2 / 86400" as it is written by hand: × for the star, a true minus. */
const readable = (expression: string): string =>
  expression.replace(/\s*\*\s*/g, " × ").replace(/(\s)-(\s)/g, "$1−$2");

function NotedNumber({ note, children }: { note: string; children?: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what the pointer shows must be reachable by keyboard.
    <span className="prose-number" tabIndex={0} role="note" aria-describedby={id}>
      {children}
      <span id={id} role="tooltip" className="prose-number-note">
        {note}
      </span>
    </span>
  );
}
