"use client";

import { useEffect, useId, useState } from "react";

type Shown = { link: HTMLElement; text: string; left: number; top: number; above: boolean };

const MARGIN_PX = 12;
const WIDTH_PX = 340;

/** Where the sentence stands: under the word, or above it near the bottom of the window. */
function place(link: HTMLElement): Shown {
  const box = link.getBoundingClientRect();
  const above = box.bottom > window.innerHeight * 0.7;
  const rightmost =
    document.documentElement.clientWidth - Math.min(WIDTH_PX, window.innerWidth - 2 * MARGIN_PX) - MARGIN_PX;
  return {
    link,
    text: link.dataset.term ?? "",
    left: Math.max(MARGIN_PX, Math.min(box.left, rightmost)),
    top: above ? box.top : box.bottom,
    above,
  };
}

/** The word under the pointer or the focus, until it is left, scrolled away, followed or dismissed. */
function useShownTerm(): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const termAt = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>("a[data-term]") : null;
    const show = (event: Event) => {
      const link = termAt(event.target);
      if (link) setShown(place(link));
    };
    const leave = (event: PointerEvent | FocusEvent) => {
      const into = event.relatedTarget;
      if (into instanceof Element && into.closest("[data-term-tip]")) return;
      setShown(null);
    };
    const hide = () => setShown(null);
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
    document.addEventListener("pointerover", show);
    document.addEventListener("focusin", show);
    document.addEventListener("pointerout", leave);
    document.addEventListener("focusout", leave);
    document.addEventListener("click", hide);
    document.addEventListener("keydown", onKey);
    window.addEventListener("scroll", hide, { passive: true });
    return () => {
      document.removeEventListener("pointerover", show);
      document.removeEventListener("focusin", show);
      document.removeEventListener("pointerout", leave);
      document.removeEventListener("focusout", leave);
      document.removeEventListener("click", hide);
      document.removeEventListener("keydown", onKey);
      window.removeEventListener("scroll", hide);
    };
  }, []);
  return shown;
}

/**
 * Shows the sentence of a glossary word while the pointer or the focus is on its link. One for the whole page: links
 * carry their sentence in `data-term`. Escape, scrolling or following the link puts it away; without JavaScript the link leads to the entry.
 */
export function TermHover() {
  const shown = useShownTerm();
  const id = useId();

  useEffect(() => {
    if (!shown) return;
    shown.link.setAttribute("aria-describedby", id);
    return () => shown.link.removeAttribute("aria-describedby");
  }, [shown, id]);

  if (!shown) return null;
  return (
    <div
      id={id}
      role="tooltip"
      data-term-tip
      // The gap to the word is part of it: the pointer may cross over into the sentence.
      className="fixed z-40 py-1.5 print:hidden"
      style={{
        left: shown.left,
        top: shown.top,
        maxWidth: `min(${WIDTH_PX}px, calc(100vw - ${2 * MARGIN_PX}px))`,
        ...(shown.above && { transform: "translateY(-100%)" }),
      }}
    >
      <p className="rounded-md border border-line-strong bg-raised px-3.5 py-2.5 text-sm leading-snug text-ink shadow-lg">
        {shown.text}
      </p>
    </div>
  );
}
