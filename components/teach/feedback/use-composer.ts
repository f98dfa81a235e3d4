"use client";

import { useRef, useState } from "react";
import type { BankEntry } from "@/lib/classroom/feedback/bank";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import type { Place } from "@/lib/classroom/feedback/subject";
import { useFeedback } from "./feedback-context";
import { keepDraft, keptDraft } from "./kept-drafts";

type Conflict = { current: FeedbackComment | null };

/** The words of one remark while it is written: where they are kept, what goes into them, and how they are saved. */
export function useComposer(place: Place, edited: FeedbackComment | null) {
  const feedback = useFeedback();
  const draftKey = edited ? edited.id : `${feedback.submission.submissionId} ${JSON.stringify(place)}`;
  const [body, setOwnBody] = useState(() => keptDraft(draftKey) ?? edited?.body ?? "");
  const [pointId, setPointId] = useState(place.pointId);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const used = useRef(new Set<string>());
  const id = useRef<string>(null);

  function setBody(next: string) {
    setOwnBody(next);
    keepDraft(draftKey, next);
  }
  function close(words: string) {
    keepDraft(draftKey, null);
    feedback.say(words);
    feedback.closeDraft();
  }
  async function add() {
    // A second try of the same save is the same remark.
    id.current ??= crypto.randomUUID();
    const bankCommentIds = [...used.current];
    const comment = { id: id.current, pointId, anchor: place.anchor, body, bankCommentIds };
    const result = await feedback.add(comment);
    if (!result.ok) return setError(result.message);
    feedback.countUses(bankCommentIds);
    if (edited) feedback.accept(edited.id, null);
    close("The comment is saved.");
  }
  async function change(comment: FeedbackComment) {
    const result = await feedback.edit(comment, body);
    if (!result.ok) return setError(result.message);
    if (result.data.outcome === "saved") return close("The comment is saved.");
    setConflict({ current: result.data.current });
  }
  async function save() {
    if (isBusy) return;
    if (body.trim() === "") return setError("Write something first.");
    setBusy(true);
    setError(null);
    // What a colleague deleted is written anew; what they changed is changed upon their version.
    const upon = conflict ? conflict.current : edited;
    await (upon ? change(upon) : add());
    setBusy(false);
  }
  return {
    ...{ body, setBody, pointId, setPointId, conflict, error, isBusy, said, save },
    insert(entry: BankEntry) {
      used.current.add(entry.id);
      setBody(body.trim() === "" ? entry.body : `${body.trimEnd()}\n\n${entry.body}`);
      setSaid("Inserted from the bank.");
    },
    takeTheirs() {
      if (edited) feedback.accept(edited.id, conflict?.current ?? null);
      close("Your colleague's version stands.");
    },
  };
}
