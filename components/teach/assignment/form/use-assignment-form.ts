"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ActionFailure, ActionResult } from "@/lib/actions/result";
import type { AssignmentInput } from "@/lib/classroom/assignment-input";
import type { SetField } from "./section-props";

export type SaveAssignment = (input: {
  classId: string;
  /** Null: a new one. */
  assignmentId: string | null;
  revision: number;
  input: AssignmentInput;
  publish: boolean;
}) => Promise<ActionResult<{ assignmentId: string }>>;

const UNREACHED: ActionFailure = {
  ok: false,
  code: "unavailable",
  message: "The server could not be reached. Nothing was saved; what you typed is still here.",
};

type Edited = { classId: string; assignmentId: string | null; revision: number };

/** Keeps what is typed until it is saved, and leads to the first field that the server refuses. */
export function useAssignmentForm(edited: Edited, initial: AssignmentInput, save: SaveAssignment) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [input, setInput] = useState(initial);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [busy, setBusy] = useState<"save" | "publish" | null>(null);
  const isChanged = input !== initial;

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [failure]);
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);

  const set: SetField = (key, value) => setInput((current) => ({ ...current, [key]: value }));
  async function submit(publish: boolean) {
    if (busy) return;
    setBusy(publish ? "publish" : "save");
    setFailure(null);
    const result = await save({ ...edited, input, publish }).catch(() => UNREACHED);
    if (result.ok) return router.push(`/classes/${edited.classId}/assignments/${result.data.assignmentId}`);
    setBusy(null);
    setFailure(result);
  }
  const errorOf = (field: string) => failure?.fieldErrors?.[field]?.[0];
  return { form, input, set, submit, busy, isChanged, message: failure?.message ?? null, errorOf };
}
