"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ContentProblem } from "@/lib/classroom/class-content/check-class-content";
import type { FactEntry } from "@/lib/classroom/class-content/outline";
import type { Editing } from "./content-actions";
import { FactForm } from "./fact-form";
import { FactRow } from "./fact-row";
import { TryQuestion } from "./try-question";

type Props = { editing: Editing; facts: readonly FactEntry[]; problems: readonly ContentProblem[] };

/** What the interviewer of the class knows, with a box to ask it something. */
export function FactList({ editing, facts, problems }: Props) {
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="grid gap-5">
      <TryQuestion editing={editing} facts={facts} />
      <section aria-labelledby="facts" className="grid gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-2 border-b border-line pb-1">
          <h2 id="facts" className="text-base font-semibold">
            What the interviewer knows
          </h2>
          {editing.mayEdit && (
            <Button size="small" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
              {isAdding ? "Close" : "Add a fact"}
            </Button>
          )}
        </div>
        {isAdding && <FactForm {...{ editing, entry: null }} onDone={() => setAdding(false)} />}
        <ul className="divide-y divide-line">
          {facts.map((fact) => (
            <FactRow key={`${fact.id} ${fact.revision}`} {...{ editing, fact, problems }} />
          ))}
        </ul>
      </section>
    </div>
  );
}
