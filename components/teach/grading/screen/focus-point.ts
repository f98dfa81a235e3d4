/** The keyboard's place on the grading screen is a point: what vanishes when it is pressed hands the focus back to it. */

export function focusPoint(pointId: string | undefined): void {
  if (pointId === undefined) return;
  document.querySelector<HTMLElement>(`[data-point="${CSS.escape(pointId)}"]`)?.focus();
}

/** The point around a control. */
export const focusPointOf = (control: Element): void => control.closest<HTMLElement>("[data-point]")?.focus();
