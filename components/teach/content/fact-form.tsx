"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { FactEntry } from "@/lib/classroom/class-content/outline";
import type { ClassFactContent } from "@/lib/classroom/class-content/schema";
import { TOPIC_WORDS } from "@/lib/interview/interviewer/topics";
import type { Editing } from "./content-actions";
import { FormShell } from "./form-shell";
import { linesOf, toLines } from "./lines";
import { TextField } from "./text-field";
import { useSaving } from "./use-saving";

type Topic = FactEntry["topic"];
const TOPICS = Object.keys(TOPIC_WORDS) as Topic[];

type Props = {
  editing: Editing;
  /** Null: a new one. */
  entry: FactEntry | null;
  onDone: () => void;
};
/** `phrasings` are all of a fact of the class's own, and those beside the case's of another. */
type Draft = { topic: Topic; phrasings: string; answer: string; ifNeverAsked: string };

const draftOf = (entry: FactEntry | null): Draft => ({
  topic: entry?.topic ?? "constraints",
  phrasings: toLines(entry?.wording.phrasings.slice(entry.fixedPhrasings) ?? []),
  answer: entry?.wording.answer ?? "",
  ifNeverAsked: entry?.wording.ifNeverAsked ?? "",
});

function contentOf({ topic, phrasings, answer, ifNeverAsked }: Draft, isOwn: boolean): ClassFactContent {
  const lines = linesOf(phrasings);
  return isOwn
    ? { kind: "added", topic, phrasings: lines, answer, ifNeverAsked }
    : { kind: "changed", isKnown: true, answer, ifNeverAsked, alsoAskedAs: lines };
}

/** A fact of the class, new or in other words. */
export function FactForm({ editing, entry, onDone }: Props) {
  const [draft, setDraft] = useState(() => draftOf(entry));
  const { isBusy, message, save } = useSaving(onDone);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const isOwn = entry === null || entry.state === "added";
  const submit = () =>
    save(() =>
      editing.actions.saveFact({
        ...editing.of,
        id: entry?.id ?? null,
        revision: entry?.revision ?? null,
        content: contentOf(draft, isOwn),
      }),
    );
  return (
    <FormShell
      {...{ isBusy, message }}
      label={entry ? "Edit a fact" : "A new fact"}
      saveWords={entry ? "Save the fact" : "Add the fact"}
      onCancel={onDone}
      onSave={submit}
    >
      {isOwn && (
        <Field label="Topic" className="max-w-60">
          {(control) => (
            <Select
              {...control}
              value={draft.topic}
              onChange={(event) => set({ topic: event.target.value as Topic })}
            >
              {TOPICS.map((topic) => (
                <option key={topic}>{topic}</option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <TextField
        label="What the interviewer says"
        hint="Spoken and short, with its number."
        least={20}
        most={500}
        value={draft.answer}
        onChange={(answer) => set({ answer })}
      />
      <TextField
        label={isOwn ? "Ways of asking for it" : "More ways of asking for it"}
        hint={
          isOwn
            ? "Three at least, one a line, worded as differently as students would. The report shows the first."
            : "One a line, beside those of the case."
        }
        isOptional={!isOwn}
        rows={5}
        most={2_500}
        value={draft.phrasings}
        onChange={(phrasings) => set({ phrasings })}
      />
      <TextField
        label="What goes wrong in a design that never asked"
        least={10}
        most={300}
        value={draft.ifNeverAsked}
        onChange={(ifNeverAsked) => set({ ifNeverAsked })}
      />
    </FormShell>
  );
}
