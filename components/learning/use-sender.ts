"use client";

import { type Dispatch, useCallback, useRef, useState } from "react";
import { askDueCount } from "@/components/layout/use-me";
import type { ActionResult } from "@/lib/actions/result";
import type { Graded } from "@/lib/data/learning/grade-item";
import type { SessionEvent } from "@/lib/learning/session";
import { reach } from "./learning-actions";

/** What the server says of an item after a grade; null when the item has left the review. */
export type Kept = Pick<Graded, "revision" | "waits"> | null;
type Call = () => Promise<ActionResult<Kept>>;

/** Failures that sending the same again may mend. */
const PASSING = ["unavailable", "rate-limited", "unexpected"];

export type Sender = {
  send: (id: string, call: Call) => void;
  message: string;
  /** Sends again what failed; null when nothing waits. */
  retry: (() => void) | null;
};

/** One request after the other. A refusal drops the item; without an answer it waits until it is sent again. */
export function useSender(
  dispatch: Dispatch<SessionEvent>,
  onKept: (id: string, kept: Kept) => void,
): Sender {
  const line = useRef<Promise<void>>(Promise.resolve());
  const [failed, setFailed] = useState<readonly { id: string; call: Call }[]>([]);
  const [message, setMessage] = useState("");

  const attempt = useCallback(
    async (id: string, call: Call) => {
      const result = await reach(call());
      const nowMs = Date.now();
      setMessage(result.ok ? "" : result.message);
      if (!result.ok && PASSING.includes(result.code)) {
        setFailed((all) => [...all, { id, call }]);
        return;
      }
      const kept = result.ok ? result.data : null;
      onKept(id, kept);
      dispatch(kept ? { kind: "saved", id, ...kept, nowMs } : { kind: "dropped", id, nowMs });
      askDueCount();
    },
    [dispatch, onKept],
  );

  const queue = useCallback(
    (id: string, call: Call) => {
      line.current = line.current.then(() => attempt(id, call));
    },
    [attempt],
  );

  const send = useCallback(
    (id: string, call: Call) => {
      dispatch({ kind: "sent", id });
      queue(id, call);
    },
    [dispatch, queue],
  );

  function retry() {
    setFailed([]);
    setMessage("");
    for (const { id, call } of failed) queue(id, call);
  }
  return { send, message, retry: failed.length > 0 ? retry : null };
}
