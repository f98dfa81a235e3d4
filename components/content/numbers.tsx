/**
 * Numbers that say where they come from: assumed for the sake of the exercise, or reckoned from others. The note shows
 * under the pointer, on a tap and on focus, and is the number's description for a screen reader; nothing here needs
 * JavaScript. A text has dozens of them, so they are no stops of the Tab key: the list above the text holds them all.
 */
import { type ReactNode, useId } from "react";
import { readable } from "@/lib/content/calculations";

export function Assume({ children }: { children?: ReactNode }) {
  return <NotedNumber note="Assumed for this text, not measured">{children}</NotedNumber>;
}

/** `of` is the reckoning in the estimator's language. */
export function Calc({ of, children }: { of: string; children?: ReactNode }) {
  return <NotedNumber note={`= ${readable(of)}`}>{children}</NotedNumber>;
}

function NotedNumber({ note, children }: { note: string; children?: ReactNode }) {
  const id = useId();
  return (
    <span className="prose-number" tabIndex={-1} role="note" aria-describedby={id}>
      {children}
      <span id={id} role="tooltip" className="prose-number-note">
        {note}
      </span>
    </span>
  );
}
