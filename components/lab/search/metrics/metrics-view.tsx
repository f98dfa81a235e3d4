"use client";

import { useId, useState } from "react";
import { DotChart } from "@/components/charts/dot-chart";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount, formatMany } from "@/components/lab/format";
import {
  formatInterval,
  type Group,
  groupsOf,
  MEASURES,
  type Measure,
  STAGE_LABELS,
} from "@/components/lab/search/metrics/metrics-words";
import { Select } from "@/components/ui/inputs";
import { Table } from "@/components/ui/table";
import type { SearchMetrics } from "@/lib/pipeline/product-search/measures";

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** One measure at every stage for each slice, drawn with intervals, and all of them in a table. */
export function MetricsView({ metrics, caption }: { metrics: SearchMetrics; caption: string }) {
  const id = useId();
  const [measure, setMeasure] = useState<Measure>("ndcg10");
  const groups = groupsOf(metrics);
  const chosen = MEASURES.find(({ key }) => key === measure) ?? MEASURES[0];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <label htmlFor={id} className="font-medium">
          Measure drawn
        </label>
        <Select
          id={id}
          className="w-auto!"
          value={measure}
          onChange={(event) => setMeasure(MEASURES[event.target.selectedIndex]?.key ?? "ndcg10")}
        >
          {MEASURES.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
        <span className="text-ink-2">{chosen.about}; 1 is the best there is.</span>
      </div>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        {groups.map((group) => (
          <GroupFigure key={group.id} group={group} measure={measure} label={chosen.label} />
        ))}
      </div>
      <MetricsTable groups={groups} caption={caption} />
    </div>
  );
}

type GroupFigureProps = { group: Group; measure: Measure; label: string };

function GroupFigure({ group, measure, label }: GroupFigureProps) {
  const { stages, queries } = group;
  return (
    <StudyFigure caption={`${group.label}: ${formatMany(queries, "query", "queries")}`}>
      <DotChart
        title={`${label} of each stage, ${group.label.toLowerCase()}`}
        description={`${stages.map((stage) => `${STAGE_LABELS[stage.stage]} ${stage[measure].mean.toFixed(2)}`).join(", ")}. Bands are 95 % intervals over queries.`}
        series={[{ id: "mean", label: `${label}, 95 % interval`, color: 1 }]}
        rows={stages.map((stage) => ({
          id: stage.stage,
          label: STAGE_LABELS[stage.stage],
          values: { mean: stage[measure].mean },
          interval: [stage[measure].low, stage[measure].high],
        }))}
        maximum={1}
        tickValues={TICKS}
        format={(value) => value.toFixed(2)}
        axisLabel={label}
      />
    </StudyFigure>
  );
}

/** Each slice and stage in a row. */
function MetricsTable({ groups, caption }: { groups: readonly Group[]; caption: string }) {
  const rows = groups.flatMap((group) => group.stages.map((stage) => ({ group, stage })));
  return (
    <Table
      dense
      caption={caption}
      columns={[
        {
          key: "name",
          header: "Queries and stage",
          rowHeader: true,
          className: "whitespace-nowrap",
          cell: ({ group, stage }) => `${group.label}, ${STAGE_LABELS[stage.stage]}`,
        },
        {
          key: "queries",
          header: "Queries",
          numeric: true,
          cell: ({ group }) => formatCount(group.queries),
        },
        ...MEASURES.map(({ key, label }) => ({
          key,
          header: label,
          numeric: true,
          cell: ({ stage }: (typeof rows)[number]) => formatInterval(stage[key]),
        })),
      ]}
      rows={rows}
      rowKey={({ group, stage }) => `${group.id}-${stage.stage}`}
    />
  );
}
