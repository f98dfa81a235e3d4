"use client";

import { BarChart, type BarRow } from "@/components/charts/bar-chart";
import { useComparison } from "@/components/lab/core/use-comparison";
import { formatCount, formatMany, formatMilliseconds } from "@/components/lab/format";
import { TaskStatus } from "@/components/lab/task-status";
import { useIsOnScreen } from "@/components/lab/use-box";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { PART_LABELS, type PartVariant, partVariants } from "@/components/lab/video/worth/variants";
import { Button } from "@/components/ui/button";
import { type Column, Table } from "@/components/ui/table";
import type { SlateEffect } from "@/lib/pipeline/video/trace";

type Row = PartVariant & { effect: SlateEffect };

/** What each part is worth for this request: each switched the other way alone, judged by the simulator. */
export function WorthPanel({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const [box, isOnScreen] = useIsOnScreen<HTMLDivElement>();
  const variants = partVariants(view.state.knobs);
  const { task, isCurrent } = useComparison(lab, view, variants, isOnScreen);
  const effects = task.result?.effects ?? [];
  const base = effects.find(({ id }) => id === "base");
  const rows = variants.flatMap((variant): Row[] => {
    const effect = effects.find(({ id }) => id === variant.id);
    return effect ? [{ ...variant, effect }] : [];
  });
  return (
    <div ref={box} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="max-w-3xl text-sm text-ink-2">
        Each part is switched off alone, for this viewer and these knobs. The simulator, which knows the
        truth, says what the viewer would watch of each slate: no model sees that number. Expected watches are
        the videos of a slate that would be clicked, each counted by the share of it that would be watched; 1
        is one video watched to its end. One request is one sample: a part that is worth nothing here can be
        worth much to another viewer.
      </p>
      {view.phase !== "live" && view.phase !== "starting" && (
        <div>
          <Button onClick={() => void lab.run()}>Run it live and compare</Button>
        </div>
      )}
      <TaskStatus
        task={task}
        activity="Running the request once for each part"
        done={isCurrent && base ? summary(rows, base) : ""}
      />
      {base && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[minmax(0,13.5rem)_minmax(0,1fr)]">
          <WatchChange rows={rows} base={base} />
          <WorthTable rows={rows} base={base} onApply={(row) => lab.setKnobs(row.knobs)} />
        </div>
      )}
    </div>
  );
}

const changeOf = ({ expectedWatch }: SlateEffect, base: SlateEffect) =>
  expectedWatch === null || base.expectedWatch === null ? null : expectedWatch - base.expectedWatch;

const signed = (value: number, digits: number) => {
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value > 0 ? "+" : "−"}${text}`;
};

/** The part that is missed most, in a sentence. */
function summary(rows: readonly Row[], base: SlateEffect): string {
  const judged = rows.filter((row) => row.isOnNow && changeOf(row.effect, base) !== null);
  const worst = judged.toSorted(
    (a, b) => (changeOf(a.effect, base) ?? 0) - (changeOf(b.effect, base) ?? 0),
  )[0];
  const change = worst ? changeOf(worst.effect, base) : null;
  if (!worst || change === null) {
    const moved = rows.toSorted((a, b) => a.effect.kept - b.effect.kept)[0];
    return moved
      ? `${PART_LABELS[moved.id]} changes most: ${moved.effect.kept} of ${base.slate.length} stay.`
      : "";
  }
  const forbidden = judged.find(({ effect }) => effect.violations > base.violations);
  const warning = forbidden
    ? ` ${PART_LABELS[forbidden.id]} off shows ${formatMany(forbidden.effect.violations, "video")} that may not be shown, whatever is watched of them.`
    : "";
  if (change >= 0)
    return "No part is missed for this viewer: each slate is expected to be watched as much or more.";
  return `${PART_LABELS[worst.id]} is missed most: ${signed(change, 2)} watches expected, ${worst.effect.kept} of ${base.slate.length} videos stay.${warning}`;
}

function WatchChange({ rows, base }: { rows: readonly Row[]; base: SlateEffect }) {
  const bars = rows.flatMap((row): BarRow[] => {
    const change = changeOf(row.effect, base);
    if (change === null) return [];
    return [
      {
        id: row.id,
        label: PART_LABELS[row.id],
        note: row.isOnNow ? "off" : "on",
        valueLabel: signed(change, 2),
        segments: [{ id: "change", value: change, color: change < 0 ? 2 : 1 }],
      },
    ];
  });
  if (bars.length === 0)
    return (
      <p className="text-sm text-ink-2">
        A visitor with a history of their own has no truth in the simulator: slates can be compared, not
        judged. Choose a viewer to see what each part is worth.
      </p>
    );
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 text-sm font-medium">
        What becomes of {base.expectedWatch?.toFixed(2)} expected watches
      </figcaption>
      <BarChart
        title="Change of the expected watches when one part is switched the other way"
        description="Bars to the left of zero: the part is missed. The table beside holds all numbers."
        rows={bars}
      />
    </figure>
  );
}

type WorthTableProps = { rows: readonly Row[]; base: SlateEffect; onApply: (row: Row) => void };

function WorthTable({ rows, base, onApply }: WorthTableProps) {
  type Line = { id: string; label: string; effect: SlateEffect; row: Row | null };
  const lines: Line[] = [
    { id: "base", label: "As it is", effect: base, row: null },
    ...rows.map((row) => ({
      id: row.id,
      label: `${PART_LABELS[row.id]} ${row.isOnNow ? "off" : "on"}`,
      effect: row.effect,
      row,
    })),
  ];
  const number = (key: string, header: string, of: (effect: SlateEffect) => string): Column<Line> => ({
    key,
    header,
    numeric: true,
    cell: ({ effect }) => of(effect),
  });
  return (
    <Table
      dense
      caption={`Slates of ${base.slate.length} for this request, one part switched at a time`}
      columns={[
        {
          key: "part",
          header: "Part",
          rowHeader: true,
          className: "whitespace-nowrap",
          cell: ({ label }) => label,
        },
        number("kept", "Stay", (effect) => formatCount(effect.kept)),
        number("watch", "Expected watches", (effect) => effect.expectedWatch?.toFixed(2) ?? "unknown"),
        number("diversity", "Diversity", (effect) => effect.diversity.toFixed(2)),
        number("topics", "Topics", (effect) => formatCount(effect.topics)),
        number("violations", "Not to be shown", (effect) => formatCount(effect.violations)),
        number("ms", "Time", (effect) => formatMilliseconds(effect.milliseconds)),
        {
          key: "apply",
          header: <span className="sr-only">Apply</span>,
          cell: ({ row }) =>
            row && (
              <Button size="small" variant="quiet" className="whitespace-nowrap" onClick={() => onApply(row)}>
                {row.isOnNow ? "Switch off" : "Switch on"}
                <span className="sr-only"> {PART_LABELS[row.id]}</span>
              </Button>
            ),
        },
      ]}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}
