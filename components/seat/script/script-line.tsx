"use client";

import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

type ScriptLineProps = {
  text: string;
  /** Under the text: when it matters, what it changes. */
  children?: ReactNode;
  /** What the button does, and what stands there once it was done. */
  verb: string;
  done: string;
  isDone: boolean;
  canSpeak: boolean;
  onSay: () => void;
};

/** One line of the script with its one button: a press says it to the candidate. */
export function ScriptLine({ text, children, verb, done, isDone, canSpeak, onSay }: ScriptLineProps) {
  return (
    <li className="flex items-start justify-between gap-3 py-2.5">
      <div className="grid min-w-0 gap-0.5">
        <p className={isDone ? "text-sm text-ink-2" : "text-sm"}>{text}</p>
        {children}
      </div>
      {isDone ? (
        <Badge tone="good">{done}</Badge>
      ) : (
        <Button size="small" disabled={!canSpeak} aria-label={`${verb}: ${text}`} onClick={onSay}>
          {verb}
        </Button>
      )}
    </li>
  );
}
