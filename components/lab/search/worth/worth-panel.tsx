"use client";

import { BarChart, type BarRow } from "@/components/charts/bar-chart";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { useComparison } from "@/components/lab/core/use-comparison";
import { signed } from "@/components/lab/search/results/product-words";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { PART_LABELS, partVariants } from "@/components/lab/search/worth/variants";
import { WorthTable } from "@/components/lab/search/worth/worth-table";
import { changeOf, describeWorth, type WorthRow } from "@/components/lab/search/worth/worth-words";
import { TaskStatus } from "@/components/lab/task-status";
import { useIsOnScreen } from "@/components/lab/use-box";
import { Button } from "@/components/ui/button";
import type { SearchEffect } from "@/lib/pipeline/product-search/trace";

/** What each part is worth for this search: each switched the other way alone, judged by the true grades. */
export function WorthPanel({ lab, view }: { lab: SearchLabStore; view: SearchLabView }) {
  const [box, isOnScreen] = useIsOnScreen<HTMLDivElement>();
  const variants = partVariants(view.state.knobs);
  const { task, isCurrent } = useComparison(lab, view, variants, isOnScreen);
  const effects = task.result?.effects ?? [];
  const base = effects.find(({ id }) => id === "base");
  const rows = variants.flatMap((variant): WorthRow[] => {
    const effect = effects.find(({ id }) => id === variant.id);
    return effect ? [{ ...variant, effect }] : [];
  });
  return (
    <div ref={box} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="max-w-3xl text-sm text-ink-2">
        Each part is switched off alone, for this query and these knobs. The simulator, which knows every
        grade, says how good each page is: no model sees that. One query is one sample: what is worth nothing
        here can be worth much to another.
      </p>
      {view.phase !== "live" && view.phase !== "starting" && (
        <div>
          <Button onClick={() => void lab.run()}>Run it live and compare</Button>
        </div>
      )}
      <TaskStatus
        task={task}
        activity="Running the search once for each part"
        done={isCurrent && base ? describeWorth(rows, base) : ""}
      />
      {base && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[minmax(0,13.5rem)_minmax(0,1fr)]">
          <QualityChange rows={rows} base={base} />
          <WorthTable rows={rows} base={base} onApply={({ knobs }) => lab.setKnobs(knobs)} />
        </div>
      )}
    </div>
  );
}

function QualityChange({ rows, base }: { rows: readonly WorthRow[]; base: SearchEffect }) {
  const bars = rows.flatMap((row): BarRow[] => {
    const change = changeOf(row.effect, base);
    if (change === null) return [];
    return [
      {
        id: row.id,
        label: PART_LABELS[row.id],
        note: row.isOnNow ? "off" : "on",
        valueLabel: signed(change),
        segments: [{ id: "change", value: change, color: change < 0 ? 2 : 1 }],
      },
    ];
  });
  if (bars.length === 0)
    return (
      <p className="text-sm text-ink-2">
        A text of your own has no true grades: pages can be compared, not judged. Choose a query of the world
        to see what each part is worth.
      </p>
    );
  return (
    <StudyFigure caption={`What becomes of an NDCG@10 of ${base.ndcg10?.toFixed(2)}`}>
      <BarChart
        title="Change of the NDCG@10 when one part is switched the other way"
        description="Bars to the left of zero: the part is missed. The table beside holds all numbers."
        rows={bars}
      />
    </StudyFigure>
  );
}
