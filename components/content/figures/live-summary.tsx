"use client";

import { useEffect, useRef, useState } from "react";

const ANNOUNCE_AFTER_MS = 700;

/** The result in a sentence. It changes at once on screen and is spoken once the reader's hand rests. */
export function LiveSummary({ text }: { text: string }) {
  const first = useRef(text);
  const [announced, setAnnounced] = useState("");
  useEffect(() => {
    if (text === first.current) return;
    const timer = setTimeout(() => setAnnounced(text), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p className="m-0 text-[0.9375rem] leading-snug text-ink tabular-nums">{text}</p>
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
    </>
  );
}
