"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { PointEntry, PointWording } from "@/lib/classroom/class-content/outline";
import type { ClassPointContent } from "@/lib/classroom/class-content/schema";
import { LEVELS, type Level, STAGE_INFO, type Stage } from "@/lib/framework/stages";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import type { Editing } from "./content-actions";
import { FormShell } from "./form-shell";
import { linesOf, toLines } from "./lines";
import { MisconceptionFields } from "./misconception-fields";
import { TextField } from "./text-field";
import { useSaving } from "./use-saving";

const EMPTY: PointWording = { text: "", why: "", followUp: "", weight: 2, exemplars: [], misconceptions: [] };
const WEIGHTS = [
  { value: 1, words: "1: nice to have" },
  { value: 2, words: "2: normal" },
  { value: 3, words: "3: not passable without it" },
];

type Props = {
  editing: Editing;
  stage: Stage;
  /** Null: a new one. */
  entry: PointEntry | null;
  chapters: readonly string[];
  onDone: () => void;
};
type Draft = Omit<PointWording, "exemplars"> & { exemplars: string; level: Level; chapter: string };

function draftOf(entry: PointEntry | null, chapters: readonly string[]): Draft {
  const { exemplars, ...wording } = entry?.wording ?? EMPTY;
  return {
    ...wording,
    exemplars: toLines(exemplars),
    level: entry?.level ?? "mid",
    chapter: entry?.chapter ?? chapters[0] ?? "",
  };
}

function contentOf(draft: Draft, stage: Stage, isOwn: boolean): ClassPointContent {
  const { level, chapter, ...rest } = draft;
  const wording = { ...rest, exemplars: linesOf(draft.exemplars) };
  return isOwn
    ? { kind: "added", stage, level, chapter, ...wording }
    : { kind: "changed", isCounted: true, ...wording };
}

type Choosing = { draft: Draft; set: (part: Partial<Draft>) => void };

/** What only a point of the class's own may choose: a case's point keeps its level and chapter. */
function OwnChoices({ draft, set, chapters }: Choosing & { chapters: readonly string[] }) {
  return (
    <>
      <Field label="Level" hint="The lowest level that is expected to make it.">
        {(control) => (
          <Select
            {...control}
            value={draft.level}
            onChange={(event) => set({ level: event.target.value as Level })}
          >
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {LEVEL_WORDS[level]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Chapter heading that explains it">
        {(control) => (
          <Select
            {...control}
            value={draft.chapter}
            onChange={(event) => set({ chapter: event.target.value })}
          >
            {chapters.map((chapter) => (
              <option key={chapter} value={chapter}>
                {chapter.replace("/framework/", "").replace("#", ": ").replaceAll("-", " ")}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

function Wording({ draft, set }: Choosing) {
  return (
    <>
      <TextField
        label="What a good answer says"
        hint="One sentence, as the report will say it."
        least={20}
        most={300}
        value={draft.text}
        onChange={(text) => set({ text })}
      />
      <TextField
        label="Sentences that earn it"
        hint="Two to five, one a line, as students would write them, each worded differently. Answers are compared with them."
        rows={5}
        most={2_600}
        value={draft.exemplars}
        onChange={(exemplars) => set({ exemplars })}
      />
      <TextField
        label="Why it matters"
        least={20}
        most={500}
        value={draft.why}
        onChange={(why) => set({ why })}
      />
      <TextField
        label="What the interviewer asks when it is missing"
        least={15}
        most={300}
        value={draft.followUp}
        onChange={(followUp) => set({ followUp })}
      />
      <MisconceptionFields
        value={draft.misconceptions}
        onChange={(misconceptions) => set({ misconceptions })}
      />
    </>
  );
}

/** A point of the class, new or in other words. */
export function PointForm({ editing, stage, entry, chapters, onDone }: Props) {
  const [draft, setDraft] = useState(() => draftOf(entry, chapters));
  const { isBusy, message, save } = useSaving(onDone);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const isOwn = entry === null || entry.state === "added";
  const { title } = STAGE_INFO[stage];
  return (
    <FormShell
      {...{ isBusy, message }}
      label={entry ? `Edit a point of ${title}` : `A new point of ${title}`}
      saveWords={entry ? "Save the point" : "Add the point"}
      onCancel={onDone}
      onSave={() =>
        save(() =>
          editing.actions.savePoint({
            ...editing.of,
            id: entry?.id ?? null,
            revision: entry?.revision ?? null,
            content: contentOf(draft, stage, isOwn),
          }),
        )
      }
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Weight">
          {(control) => (
            <Select
              {...control}
              value={draft.weight}
              onChange={(event) => set({ weight: Number(event.target.value) })}
            >
              {WEIGHTS.map(({ value, words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {isOwn && <OwnChoices {...{ draft, set, chapters }} />}
      </div>
      <Wording {...{ draft, set }} />
    </FormShell>
  );
}
