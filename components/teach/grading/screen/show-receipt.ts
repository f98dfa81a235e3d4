/** Brings a place of the answer into view inside its pane, without moving the page. */

import { answerPartId } from "@/components/teach/feedback/place-words";
import type { Part } from "@/lib/grading/types";

/** Room above it, for the tabs that stay and a line of context. */
const ABOVE_PX = 96;

function scrollTo(pane: HTMLElement | null, id: string): void {
  const element = pane?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (!pane || !element) return;
  const offset = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  const isInView = offset >= ABOVE_PX / 2 && offset < pane.clientHeight - ABOVE_PX;
  if (!isInView) pane.scrollTop += offset - ABOVE_PX;
}

export const showReceipt = (pane: HTMLElement | null, pointId: string): void =>
  scrollTo(pane, `receipt-${pointId}`);
export const showAnswerPart = (pane: HTMLElement | null, part: Part): void =>
  scrollTo(pane, answerPartId(part));
