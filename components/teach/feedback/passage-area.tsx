"use client";

import { type ReactNode, useEffect, useRef } from "react";

const idsOf = (element: Element): string[] =>
  (element.getAttribute("data-comments") ?? element.getAttribute("data-comment") ?? "")
    .split(" ")
    .filter(Boolean);

/** Comments that an event inside the area speaks of: those of a card, or of a commented passage or node. */
const commentsAt = (target: EventTarget | null): string[] => {
  const element = target instanceof Element ? target.closest("[data-comment], [data-comments]") : null;
  return element ? idsOf(element) : [];
};

function light(root: HTMLElement, ids: readonly string[]): void {
  for (const element of root.querySelectorAll("[data-comment], [data-comments]"))
    element.toggleAttribute(
      "data-active",
      idsOf(element).some((id) => ids.includes(id)),
    );
}

/** Pointing at a remark, or reaching it by keyboard, lights its passage, and the other way round. */
export function PassageArea({ children, className }: { children: ReactNode; className?: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = ref.current;
    if (!root) return;
    const onOver = (event: Event) => light(root, commentsAt(event.target));
    const onLeave = () => light(root, commentsAt(document.activeElement));
    root.addEventListener("pointerover", onOver);
    root.addEventListener("focusin", onOver);
    root.addEventListener("pointerleave", onLeave);
    return () => {
      root.removeEventListener("pointerover", onOver);
      root.removeEventListener("focusin", onOver);
      root.removeEventListener("pointerleave", onLeave);
    };
  }, []);
  return (
    <div ref={ref} className={className}>
      {children}
    </div>
  );
}
