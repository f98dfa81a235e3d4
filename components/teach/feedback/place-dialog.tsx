"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import { textAnchor } from "@/lib/classroom/anchor";
import type { Place, Subject } from "@/lib/classroom/feedback/subject";
import { boardNames } from "@/lib/interview/board-outline";
import { readable, sentencesOf } from "@/lib/reading/passages";
import { useFeedback } from "./feedback-context";
import { partTitle } from "./place-words";

type Answer = Subject["answers"][number];

function Sentences({
  answer,
  chosen,
  onChange,
}: {
  answer: Answer;
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
}) {
  const sentences = sentencesOf(answer.text, { start: 0, end: answer.text.length });
  const toggle = (index: number) =>
    onChange(chosen.includes(index) ? chosen.filter((one) => one !== index) : [...chosen, index]);
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium">
        Sentences, from the first to the last that you choose
      </legend>
      <ul className="grid max-h-[45vh] gap-2 overflow-y-auto p-1">
        {sentences.map(({ start, end }, index) => (
          <li key={start}>
            <Checkbox
              label={readable(answer.text.slice(start, end))}
              checked={chosen.includes(index)}
              onChange={() => toggle(index)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function passageOf(answer: Answer, chosen: readonly number[]) {
  const sentences = sentencesOf(answer.text, { start: 0, end: answer.text.length });
  const first = sentences[Math.min(...chosen)];
  const last = sentences[Math.max(...chosen)];
  return first && last ? textAnchor(answer.part, answer.text, { start: first.start, end: last.end }) : null;
}

/** Chooses where a remark stands without a pointer: sentences of an answer, a component of the board, or the whole. */
export function PlaceDialog({ onClose }: { onClose: () => void }) {
  const { subject, compose } = useFeedback();
  const [where, setWhere] = useState<string>(subject.answers[0]?.part ?? "all");
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const names = boardNames(subject.board);
  const answer = subject.answers.find(({ part }) => part === where);
  const node = subject.board.nodes.find(({ id }) => `node ${id}` === where);
  const passage = answer && chosen.length > 0 ? passageOf(answer, chosen) : null;
  const isTooLong = answer !== undefined && chosen.length > 0 && !passage;

  function go() {
    const anchor = node ? ({ kind: "node", nodeId: node.id } as const) : passage;
    const place: Place = { pointId: null, anchor: anchor ?? null };
    onClose();
    compose(place);
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title="Where does the comment stand?"
      footer={
        <Button variant="primary" onClick={go} disabled={answer !== undefined && !passage}>
          Write the comment
        </Button>
      }
    >
      <Field
        label="Place"
        error={isTooLong ? "This is too long to be quoted. Choose fewer sentences." : null}
      >
        {(control) => (
          <Select
            {...control}
            data-autofocus
            value={where}
            onChange={(event) => {
              setWhere(event.target.value);
              setChosen([]);
            }}
          >
            {subject.answers.map(({ part }) => (
              <option key={part} value={part}>
                {partTitle(part)}
              </option>
            ))}
            {subject.board.nodes.map(({ id }) => (
              <option key={id} value={`node ${id}`}>
                Board: {names.get(id)}
              </option>
            ))}
            <option value="all">The whole submission</option>
          </Select>
        )}
      </Field>
      {answer && <Sentences key={answer.part} answer={answer} chosen={chosen} onChange={setChosen} />}
    </Dialog>
  );
}
