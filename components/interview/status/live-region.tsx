"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { StatusLine } from "@/components/ui/status-line";

const SayContext = createContext<(text: string) => void>(() => {});

/** The one polite live region of the workspace: saving, time, what an action did. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [text, setText] = useState("");
  const say = useCallback((next: string) => setText(next), []);
  return (
    <SayContext value={say}>
      {children}
      <StatusLine hidden>{text}</StatusLine>
    </SayContext>
  );
}

/** Announces a sentence to screen readers. */
export const useSay = (): ((text: string) => void) => useContext(SayContext);
