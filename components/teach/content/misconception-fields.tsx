"use client";
import { Button } from "@/components/ui/button";
import type { PointWording } from "@/lib/classroom/class-content/outline";
import { TextField } from "./text-field";

type Misconceptions = PointWording["misconceptions"];
const MOST = 4;

/** What students get wrong at a point: the wrong sentence, and what to tell them. */
export function MisconceptionFields({
  value,
  onChange,
}: {
  value: Misconceptions;
  onChange: (value: Misconceptions) => void;
}) {
  const change = (index: number, part: Partial<Misconceptions[number]>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="grid gap-3">
      <legend className="text-sm font-medium">Misconceptions</legend>
      {value.map(({ text, feedback }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are typed in, and have no name of their own.
        <div key={index} className="grid gap-3 border-l-2 border-line-strong pl-3">
          <TextField
            label={`Wrong sentence ${index + 1}`}
            hint="As a student who has it wrong would write it."
            least={20}
            most={400}
            value={text}
            onChange={(next) => change(index, { text: next })}
          />
          <TextField
            label={`What to tell them ${index + 1}`}
            least={20}
            most={600}
            value={feedback}
            onChange={(next) => change(index, { feedback: next })}
          />
          <Button
            size="small"
            variant="quiet"
            className="justify-self-start"
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            Remove this misconception
          </Button>
        </div>
      ))}
      {value.length < MOST && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => onChange([...value, { text: "", feedback: "" }])}
        >
          Add a misconception
        </Button>
      )}
    </fieldset>
  );
}
