import { ChartTable } from "@/components/charts/chart-table";
import { PlotAxes } from "@/components/charts/plot-axes";
import { type SeriesColor, seriesVariable } from "@/components/charts/series";
import { type LineLayout, layoutLines } from "@/lib/charts/line-layout";
import { STAGES } from "@/lib/framework/stages";
import type { GraderCard } from "@/lib/grading/report-card/schema";
import type { Part } from "@/lib/grading/types";
import { fixed } from "./figures";
import { type CaseTitles, partWords, QUALITY_WORDS, titleOf } from "./words";

type Scores = GraderCard["scores"];

const AXIS = { kind: "linear", domain: [0, 1], tickValues: [0, 0.5, 1] } as const;
const MARKS = [
  { color: 1, shape: "rounded-full bg-current" },
  { color: 2, shape: "rounded-full border-2 border-current bg-raised" },
  { color: 3, shape: "rotate-45 bg-current" },
  { color: 4, shape: "bg-current" },
  { color: 5, shape: "border-2 border-current bg-raised" },
] as const satisfies readonly { color: SeriesColor; shape: string }[];

/** One small plot a stage: markers to the right, the grader upwards; on the diagonal both agree. */
export function ScoreScatter({ scores, titles }: { scores: Scores; titles: CaseTitles }) {
  const layout = layoutLines([{ id: "agree", points: [[0, 0], [1, 1]] }], AXIS, AXIS); // biome-ignore format: two ends of one line
  const slugs = [...new Set(scores.map(({ caseSlug }) => caseSlug))];
  const markOf = (slug: string) => MARKS[slugs.indexOf(slug) % MARKS.length] ?? MARKS[0];
  const parts: Part[] = [...STAGES, "whole"];
  return (
    <>
      <div
        role="img"
        aria-label="Score of each test answer by the markers and by the grader, a plot a stage. The table below holds every answer."
        className="text-xs text-ink-2 tabular-nums"
      >
        <ul className="m-0 mb-4 flex list-none flex-wrap gap-x-5 gap-y-1 p-0">
          {slugs.map((slug) => (
            <li key={slug} className="flex items-center gap-2">
              <span
                className={`size-2.5 ${markOf(slug).shape}`}
                style={{ color: seriesVariable(markOf(slug).color) }}
              />
              {titleOf(titles, slug)}
            </li>
          ))}
        </ul>
        <div className="grid grid-cols-2 gap-x-6 gap-y-8 sm:grid-cols-4">
          {parts.map((part) => (
            <div key={part} className="min-w-0">
              <p className="mb-2 font-medium text-ink">{partWords(part)}</p>
              <Plot layout={layout}>
                {scores
                  .filter((score) => score.part === part)
                  .map(({ caseSlug, id, marks, grader }) => {
                    const { left, top } = layout.place(marks, grader);
                    return (
                      <span
                        key={`${caseSlug} ${id}`}
                        className={`absolute size-2 -translate-1/2 ${markOf(caseSlug).shape}`}
                        style={{
                          left: `${left}%`,
                          top: `${top}%`,
                          color: seriesVariable(markOf(caseSlug).color),
                        }}
                      />
                    );
                  })}
              </Plot>
            </div>
          ))}
        </div>
        <p className="pt-8">To the right: the markers’ mean. Upwards: the grader. Dashed: both agree.</p>
      </div>
      <div className="mt-3">
        <ScoreTable scores={scores} titles={titles} />
      </div>
    </>
  );
}

function Plot({ layout, children }: { layout: LineLayout; children: React.ReactNode }) {
  return (
    <div className="relative mr-2 ml-8 aspect-square">
      <PlotAxes layout={layout} x={{ format: String }} y={{ format: String }} />
      <svg
        aria-hidden
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        <path
          d={layout.paths[0]?.line}
          className="fill-none stroke-line-strong"
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {children}
    </div>
  );
}

function ScoreTable({ scores, titles }: { scores: Scores; titles: CaseTitles }) {
  return (
    <ChartTable
      caption="Every test answer: score by the markers and by the grader"
      rows={scores}
      rowKey={({ caseSlug, id }) => `${caseSlug} ${id}`}
      columns={[
        { key: "answer", header: "Answer", rowHeader: true, cell: ({ id }) => id },
        { key: "case", header: "Case", cell: ({ caseSlug }) => titleOf(titles, caseSlug) },
        { key: "part", header: "Stage", cell: ({ part }) => partWords(part) },
        { key: "quality", header: "Meant as", cell: ({ quality }) => QUALITY_WORDS[quality] },
        { key: "marks", header: "Markers", numeric: true, cell: ({ marks }) => fixed(marks) },
        { key: "grader", header: "Grader", numeric: true, cell: ({ grader }) => fixed(grader) },
      ]}
    />
  );
}
