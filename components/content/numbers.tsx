/** Numbers that say where they come from: assumed for the sake of the exercise, or reckoned from others. */
import type { ReactNode } from "react";

export function Assume({ children }: { children?: ReactNode }) {
  return (
    <span className="prose-assumed" title="Assumed for this text">
      {children}
    </span>
  );
}

/** `of` is the reckoning, shown to whoever points at the number. */
export function Calc({ of, children }: { of: string; children?: ReactNode }) {
  return (
    <span className="prose-reckoned" title={`= ${of}`}>
      {children}
    </span>
  );
}
