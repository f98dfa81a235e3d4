/** The places that a key of the partner's page leads to; the element carries `data-seat-target`. */
export type SeatTarget = "composer" | "suggestion" | "script" | "sheet";

export const SEAT_KEY_LIST = [
  { keys: ["Alt", "Q"], does: "Speak to the candidate" },
  { keys: ["Alt", "S"], does: "Go to what the script would say now" },
  { keys: ["Alt", "F"], does: "Find in the script" },
  { keys: ["Alt", "M"], does: "Go to the scoring sheet" },
] as const;

/** Focuses the target, once its panel is shown. */
export function focusSeat(target: SeatTarget): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-seat-target="${target}"]`)?.focus());
}
