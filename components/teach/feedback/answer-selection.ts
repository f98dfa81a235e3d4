/** From a selection on the screen to the passage of the submitted text. Remarks that stand between are not part of it. */
import { type TextAnchor, textAnchor } from "@/lib/classroom/anchor";
import type { Subject } from "@/lib/classroom/feedback/subject";

/** Offset in the submitted text of the first character at or behind a boundary point of the document. */
function offsetOf(answer: Element, text: string, container: Node, offset: number): number {
  const pieces = [...answer.querySelectorAll<HTMLElement>("[data-start]")];
  const own = pieces.find((piece) => piece.contains(container));
  if (own) {
    const before = document.createRange();
    before.setStart(own, 0);
    before.setEnd(container, offset);
    return Number(own.dataset.start) + before.toString().length;
  }
  const point = document.createRange();
  point.setStart(container, offset);
  const next = pieces.find((piece) => point.comparePoint(piece, 0) >= 0);
  return next ? Number(next.dataset.start) : text.length;
}

/** The passage that is selected in the first answer that the selection touches. */
export function anchorOfRange(range: Range, root: Element, answers: Subject["answers"]): TextAnchor | null {
  const touched = [...root.querySelectorAll<HTMLElement>("[data-answer]")].find((answer) =>
    range.intersectsNode(answer),
  );
  const answer = answers.find(({ part }) => part === touched?.dataset.answer);
  if (!touched || !answer) return null;
  const { part, text } = answer;
  const start = offsetOf(touched, text, range.startContainer, range.startOffset);
  const end = offsetOf(touched, text, range.endContainer, range.endOffset);
  return textAnchor(part, text, { start, end });
}
