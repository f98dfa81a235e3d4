"use client";

import { CloudOff, LogIn, RefreshCw, TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { useNow } from "../clock/use-now";
import { useInterview, useSnapshot } from "../interview-context";
import { saveAnnouncement, saveWords } from "../store/save-status";
import { useSay } from "./live-region";

/** How saving goes, always in words. The everyday "saved" is not announced; trouble is, once. */
export function SaveState() {
  const status = useSnapshot((snapshot) => snapshot.status);
  const unsent = useSnapshot((snapshot) => snapshot.unsent);
  const keepsDrafts = useSnapshot((snapshot) => snapshot.keepsDrafts);
  const say = useSay();
  const { store } = useInterview();
  useNow();
  const said = useRef("");
  const sentence = saveAnnouncement(status);
  useEffect(() => {
    if (sentence === said.current) return;
    if (sentence !== "" || said.current !== "") say(sentence || "Saved. Everything is on the server.");
    said.current = sentence;
  }, [sentence, say]);
  const isFine = status.kind === "saved" || status.kind === "saving" || status.kind === "waiting";
  const waiting =
    !isFine && unsent > 0 ? `, ${unsent} ${unsent === 1 ? "change waits" : "changes wait"}` : "";
  return (
    <span
      data-save-state={status.kind}
      className={`inline-flex items-center gap-1.5 text-sm tabular-nums max-sm:order-last max-sm:basis-full ${isFine ? "text-ink-2" : "text-warn"}`}
      title={
        keepsDrafts
          ? undefined
          : "This browser keeps no drafts: what is not saved is lost when the tab closes."
      }
    >
      {!isFine && <CloudOff size={15} aria-hidden />}
      {saveWords(status, store.localNow())}
      {waiting}
      {!keepsDrafts && !isFine && (
        <>
          <TriangleAlert size={15} aria-hidden /> only in this tab
        </>
      )}
    </span>
  );
}

/** What can be done when saving is blocked: sign in beside the interview, or load the new version. */
export function BlockedNotice() {
  const kind = useSnapshot((snapshot) => snapshot.status.kind);
  if (kind === "signed-out" || kind === "other-person") {
    return (
      <div className="flex flex-wrap items-center gap-3 border-b border-line bg-warn-soft px-4 py-2 text-sm">
        <p className="text-warn">
          {kind === "signed-out" ? "You are signed out." : "This browser is signed in as someone else."} Sign
          in again in a new tab, then come back: nothing is lost, and you can go on typing meanwhile.
        </p>
        <a className={buttonClass({ size: "small" })} href="/sign-in" target="_blank" rel="noreferrer">
          <LogIn size={15} aria-hidden /> Sign in (new tab)
        </a>
      </div>
    );
  }
  if (kind !== "outdated") return null;
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line bg-warn-soft px-4 py-2 text-sm">
      <p className="text-warn">
        A new version was installed on the server. Reload to go on; nothing is lost.
      </p>
      <button
        type="button"
        className={buttonClass({ size: "small" })}
        onClick={() => window.location.reload()}
      >
        <RefreshCw size={15} aria-hidden /> Reload
      </button>
    </div>
  );
}
