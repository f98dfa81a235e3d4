"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { useNow } from "../clock/use-now";
import { useInterview, useInterviewState, useSnapshot } from "../interview-context";
import { pathAfter } from "../path-after";
import { DownloadDraft } from "./download-draft";

const FLUSH_PATIENCE_MS = 8_000;

/** Sends what is unsent and submits when the time is over; the server does the same with no client there. */
function useSubmitAtDeadline(isOver: boolean) {
  const { store, actions, loaded } = useInterview();
  const begun = useRef(false);
  useEffect(() => {
    if (!isOver || begun.current) return;
    begun.current = true;
    void store
      .flush(FLUSH_PATIENCE_MS)
      .then(() => actions.submit({ interviewId: loaded.id }))
      .catch(() => {})
      .finally(() => store.hurry());
  }, [isOver, store, actions, loaded.id]);
}

/** What is shown at the end: the way to the report, and words that came too late, to be kept. */
export function Ending() {
  const { store, loaded } = useInterview();
  const router = useRouter();
  const nowMs = useNow();
  const status = useInterviewState((state) => state.status);
  const isEnded = useSnapshot((snapshot) => snapshot.isOver);
  const refused = useSnapshot((snapshot) => snapshot.refused);
  const isOver = isEnded && status !== "submitted";
  const { assignment } = loaded;
  const nextPath = pathAfter(loaded);
  const lateWords = refused.flatMap((event) =>
    "insert" in event && event.insert.trim() ? [event.insert] : [],
  );
  useEffect(() => {
    if (nowMs > 0) store.checkEnd();
  }, [store, nowMs]);
  useSubmitAtDeadline(isOver);
  useEffect(() => {
    if (status === "submitted" && lateWords.length === 0) router.replace(nextPath);
  }, [status, lateWords.length, router, nextPath]);

  if (!isOver && status !== "submitted") return null;
  return (
    <div role="alert" className="grid gap-2 border-b border-line bg-accent-soft px-4 py-3 text-sm">
      <p>
        {status === "submitted"
          ? "The interview is submitted."
          : "The time is over. What has reached the server is being submitted; you need not do anything."}
      </p>
      {lateWords.length > 0 && (
        <div className="grid gap-2">
          <p className="text-warn">These words came after the end and are not part of the answer:</p>
          <pre className="max-h-40 overflow-y-auto rounded-md border border-line bg-raised p-2 font-sans whitespace-pre-wrap">
            {lateWords.join("\n")}
          </pre>
          <div className="flex gap-2">
            <DownloadDraft />
            <LinkButton size="small" variant="primary" href={nextPath}>
              {assignment ? "Go to the assignment" : "Open the report"}
            </LinkButton>
          </div>
        </div>
      )}
    </div>
  );
}
