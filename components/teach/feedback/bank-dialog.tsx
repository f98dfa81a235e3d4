"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import { type BankEntry, offerBank } from "@/lib/classroom/feedback/bank";
import { MAX_COMMENT } from "@/lib/classroom/feedback/comment";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import { useFeedback } from "./feedback-context";
import { UserText } from "./user-text";

function scopeWords({ stage, pointId }: BankEntry): string {
  const known = STAGES.find((one) => one === stage);
  if (!known) return "any place";
  return pointId ? `a point of ${STAGE_INFO[known].title}` : STAGE_INFO[known].title;
}

type RowProps = { entry: BankEntry; onSaid: (words: string) => void };

function EditForm({ entry, onSaid, onDone }: RowProps & { onDone: () => void }) {
  const { editInBank } = useFeedback();
  const [body, setBody] = useState(entry.body);
  async function save() {
    const result = await editInBank(entry, body);
    onSaid(result.ok ? "Changed. Comments that were made of it stay as they are." : result.message);
    if (result.ok) onDone();
  }
  return (
    <div className="grid gap-2">
      <Field label="Comment" hideLabel>
        {(control) => (
          <TextArea
            {...control}
            value={body}
            maxLength={MAX_COMMENT}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button size="small" variant="primary" onClick={save} disabled={body.trim() === ""}>
          Save
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </div>
  );
}

function BankRow({ entry, onSaid }: RowProps) {
  const { removeFromBank } = useFeedback();
  const [isEdited, setEdited] = useState(false);
  async function remove() {
    const result = await removeFromBank(entry);
    onSaid(result.ok ? "Taken out of the bank." : result.message);
  }
  return (
    <li className="grid gap-1 py-3">
      {isEdited ? (
        <EditForm entry={entry} onSaid={onSaid} onDone={() => setEdited(false)} />
      ) : (
        <>
          <UserText text={entry.body} />
          <div className="flex flex-wrap items-center gap-2 text-xs text-ink-2">
            <span className="mr-auto tabular-nums">
              {scopeWords(entry)} ·{" "}
              {entry.uses === 0 ? "not used yet" : `used ${formatWithNoun(entry.uses, "time")}`}
            </span>
            <Button size="small" variant="quiet" onClick={() => setEdited(true)}>
              Edit
            </Button>
            <Button size="small" variant="quiet" onClick={remove}>
              Delete
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

const NO_PLACE = { stage: null, pointId: null };

/** The class's comment bank, to look after: what is kept is put in from the comments themselves. */
export function BankDialog({ onClose }: { onClose: () => void }) {
  const { bank } = useFeedback();
  const [query, setQuery] = useState("");
  const [said, setSaid] = useState("");
  const found = offerBank(bank, NO_PLACE, query);
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title="Comment bank"
      description="What the staff of this class says again and again. “To the bank” under a comment keeps it here."
    >
      {bank.length > 0 && (
        <Field label="Find">
          {(control) => (
            <TextInput
              {...control}
              data-autofocus
              value={query}
              onChange={(event) => setQuery(event.target.value)}
            />
          )}
        </Field>
      )}
      <StatusLine>{said}</StatusLine>
      <ul className="max-h-[55vh] divide-y divide-line overflow-y-auto">
        {found.map((entry) => (
          <BankRow key={entry.id} entry={entry} onSaid={setSaid} />
        ))}
      </ul>
      {found.length === 0 && (
        <p className="text-sm text-ink-2">
          {bank.length === 0 ? "Nothing is kept yet." : "Nothing holds these words."}
        </p>
      )}
    </Dialog>
  );
}
