/** Places that a key moves the focus to; the element carries `data-focus-target`. */
export const FOCUS_TARGETS = { composer: "composer", answer: "answer", bench: "bench" } as const;
export type FocusTarget = (typeof FOCUS_TARGETS)[keyof typeof FOCUS_TARGETS];

/** Focuses the first visible element of that name; false when none is shown. */
export function focusTarget(target: FocusTarget): boolean {
  const elements = document.querySelectorAll<HTMLElement>(`[data-focus-target="${target}"]`);
  const shown = [...elements].find((element) => element.offsetParent !== null);
  shown?.focus();
  return shown !== undefined;
}
