"use client";

import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select, TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import { type FeedbackComment, MAX_COMMENT } from "@/lib/classroom/feedback/comment";
import { type Place, stageOfPlace } from "@/lib/classroom/feedback/subject";
import { readable } from "@/lib/reading/passages";
import { BankPicker } from "./bank-picker";
import { useFeedback } from "./feedback-context";
import { placeWords } from "./place-words";
import { useComposer } from "./use-composer";
import { UserText } from "./user-text";

/** Writes a remark, or changes one. The words stay when the server cannot take them. */
export function Composer() {
  const { draft } = useFeedback();
  if (!draft) return null;
  const key = draft.edited?.id ?? JSON.stringify(draft.place);
  return <OpenComposer key={key} place={draft.place} edited={draft.edited} />;
}

type Conflict = { current: FeedbackComment | null };

/** Both versions of a remark that two people changed at once. */
function BothVersions({ current }: Conflict) {
  return (
    <div role="alert" className="grid gap-2 rounded-md border border-warn/40 bg-warn-soft p-3 text-sm">
      <p className="font-medium">
        {current
          ? "A colleague changed this comment meanwhile. It now says:"
          : "A colleague deleted this comment meanwhile."}
      </p>
      {current && <UserText text={current.body} className="border-l-2 border-warn pl-3" />}
      <p>Yours stands in the box below.</p>
    </div>
  );
}

function OpenComposer({ place, edited }: { place: Place; edited: FeedbackComment | null }) {
  const { subject, bank, closeDraft } = useFeedback();
  const composer = useComposer(place, edited);
  const { body, setBody, pointId, setPointId, conflict, error, isBusy } = composer;
  const [areaHeight] = useState(edited && edited.body.length > 400 ? 10 : 5);
  const quote = place.anchor?.kind === "text" ? place.anchor.quote : null;
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void composer.save();
  }
  return (
    <Dialog
      open
      onClose={closeDraft}
      width="wide"
      title={edited ? "Edit the comment" : "Comment"}
      description={placeWords(place, subject)}
      footer={
        <>
          {conflict && (
            <Button onClick={composer.takeTheirs}>
              {conflict.current ? "Take theirs" : "Leave it deleted"}
            </Button>
          )}
          <Button variant="primary" onClick={composer.save} busyLabel={isBusy ? "Saving …" : undefined}>
            {conflict ? "Keep mine" : "Save"}
          </Button>
        </>
      }
    >
      {quote && (
        <blockquote className="max-h-32 overflow-y-auto border-l-2 border-accent pl-3 font-serif text-sm text-ink-2">
          {readable(quote)}
        </blockquote>
      )}
      {conflict && <BothVersions {...conflict} />}
      <Field label="Comment" hint="Markdown. Ctrl and Enter saves." error={error}>
        {(control) => (
          <TextArea
            {...control}
            data-autofocus
            rows={areaHeight}
            maxLength={MAX_COMMENT}
            value={body}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {!edited && quote && (
        <Field label="About the point">
          {(control) => (
            <Select
              {...control}
              value={pointId ?? ""}
              onChange={(event) => setPointId(event.target.value || null)}
            >
              <option value="">No point in particular</option>
              {subject.points.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text.length > 90 ? `${text.slice(0, 89)}…` : text}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {bank.length > 0 && (
        <BankPicker
          bank={bank}
          place={{ pointId, stage: stageOfPlace({ ...place, pointId }, subject.points) }}
          onPick={composer.insert}
        />
      )}
      <StatusLine hidden>{composer.said}</StatusLine>
    </Dialog>
  );
}
