"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ContentProblem } from "@/lib/classroom/class-content/check-class-content";
import type { PointEntry } from "@/lib/classroom/class-content/outline";
import { STAGE_INFO, STAGES, type Stage } from "@/lib/framework/stages";
import type { Editing } from "./content-actions";
import { PointForm } from "./point-form";
import { PointRow } from "./point-row";

type Props = {
  editing: Editing;
  points: readonly PointEntry[];
  chapters: Partial<Record<Stage, string[]>>;
  problems: readonly ContentProblem[];
};

function StageSection({ stage, editing, points, chapters, problems }: Props & { stage: Stage }) {
  const [isAdding, setAdding] = useState(false);
  const { title } = STAGE_INFO[stage];
  const own = points.filter((point) => point.stage === stage);
  return (
    <section aria-labelledby={`stage-${stage}`} className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-2 border-b border-line pb-1">
        <h2 id={`stage-${stage}`} className="text-base font-semibold">
          {title}
        </h2>
        {editing.mayEdit && (
          <Button size="small" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            {isAdding ? "Close" : `Add a point to ${title}`}
          </Button>
        )}
      </div>
      {isAdding && (
        <PointForm
          {...{ editing, stage, entry: null, chapters: chapters[stage] ?? [] }}
          onDone={() => setAdding(false)}
        />
      )}
      <ul className="divide-y divide-line">
        {own.map((point) => (
          <PointRow
            key={`${point.id} ${point.revision}`}
            {...{ editing, point, problems, chapters: chapters[stage] ?? [] }}
          />
        ))}
      </ul>
    </section>
  );
}

/** The points of the case by stage, those of the class among them. */
export function PointList(props: Props) {
  return (
    <div className="grid gap-6">
      {STAGES.map((stage) => (
        <StageSection key={stage} stage={stage} {...props} />
      ))}
    </div>
  );
}
