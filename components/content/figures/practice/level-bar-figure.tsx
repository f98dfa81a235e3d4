"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { FormulaLines } from "@/components/content/figures/formula-lines";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import { Table } from "@/components/ui/table";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import { LEVELS, type Level, STAGE_INFO, STAGE_MINUTES, STAGES, type Stage } from "@/lib/framework/stages";
import { formatFixed } from "@/lib/framework/units";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import { checkBar, LEVEL_BARS, levelOfRatings, meanRating, OUTSTANDING } from "@/lib/grading/rubric/level";

type Ratings = Record<Stage, number>;
type Profile = "even" | "model" | "forgets" | "deep";

const PROFILES: Record<Profile, { label: string; ratings: Ratings }> = {
  even: {
    label: "Solid everywhere",
    ratings: { clarify: 2.7, frame: 2.7, data: 2.7, model: 2.7, evaluate: 2.7, serve: 2.7, monitor: 2.7 },
  },
  model: {
    label: "All about the model",
    ratings: { clarify: 1.2, frame: 1.5, data: 0.8, model: 3.9, evaluate: 1.5, serve: 1, monitor: 0.5 },
  },
  forgets: {
    label: "Strong, no monitoring",
    ratings: { clarify: 3.2, frame: 3.3, data: 3.4, model: 3.6, evaluate: 3.3, serve: 3, monitor: 0.3 },
  },
  deep: {
    label: "Two stages in depth",
    ratings: { clarify: 3, frame: 3.3, data: 3.7, model: 3.7, evaluate: 3.3, serve: 3, monitor: 2.8 },
  },
};
const PROFILE_NAMES: Profile[] = ["even", "model", "forgets", "deep"];

export function LevelBarFigure({ caption }: VocabularyProps<"LevelBarFigure">) {
  const { state: ratings, patch, reset, isChanged } = useFigureState<Ratings>(PROFILES.forgets.ratings);
  const level = levelOfRatings(ratings);
  const mean = meanRating(ratings);
  const checks = LEVELS.map((name) => ({ level: name, bar: LEVEL_BARS[name], ...checkBar(name, ratings) }));
  const next = checks.find(({ isMet }) => !isMet);
  return (
    <FigureFrame
      title="Seven ratings, one level"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${level ? `The ratings meet the ${LEVEL_WORDS[level]} bar` : "The ratings meet no bar"}, with a mean of ${formatFixed(mean, 2)} of 4. ${next ? `${LEVEL_WORDS[next.level]} is held up by ${reasonsOf(next)}.` : "There is no bar above it."}`}
      controls={
        <>
          <div className="sm:col-span-2">
            <ChoiceField
              legend="Start from"
              value={profileOf(ratings)}
              onChange={(profile: Profile) => patch(PROFILES[profile].ratings)}
              options={PROFILE_NAMES.map((value) => ({ value, label: PROFILES[value].label }))}
            />
          </div>
          {STAGES.map((stage) => (
            <QuantityField
              key={stage}
              label={STAGE_INFO[stage].title}
              unit="of 4"
              min={0}
              max={4}
              step={0.1}
              value={ratings[stage]}
              onChange={(value) => patch({ [stage]: value })}
            />
          ))}
        </>
      }
      formula={
        <FormulaLines
          lines={[
            {
              name: "Mean, weighted by the minutes of a round of 45",
              expression: `(${STAGES.map((stage) => `${STAGE_MINUTES[45][stage]} × ${formatFixed(ratings[stage], 1)}`).join(" + ")}) / ${STAGES.reduce((sum, stage) => sum + STAGE_MINUTES[45][stage], 0)}`,
              result: formatFixed(mean, 2),
            },
          ]}
        />
      }
    >
      <BarChart
        title="Rating of each stage, 0 to 4"
        description={STAGES.map(
          (stage) => `${STAGE_INFO[stage].title}: ${formatFixed(ratings[stage], 1)}`,
        ).join("; ")}
        legend={[
          { label: `${OUTSTANDING} or more`, color: 3 },
          { label: "Below", color: 1 },
        ]}
        maximum={4}
        rows={STAGES.map((stage) => ({
          id: stage,
          label: STAGE_INFO[stage].title,
          note: `${STAGE_MINUTES[45][stage]} min`,
          valueLabel: formatFixed(ratings[stage], 1),
          segments: [{ id: "rating", value: ratings[stage], color: ratings[stage] >= OUTSTANDING ? 3 : 1 }],
        }))}
      />
      <BarTable checks={checks} mean={mean} lowest={Math.min(...Object.values(ratings))} ratings={ratings} />
    </FigureFrame>
  );
}

type Check = { level: Level; bar: (typeof LEVEL_BARS)[Level] } & ReturnType<typeof checkBar>;

function BarTable({
  checks,
  mean,
  lowest,
  ratings,
}: {
  checks: readonly Check[];
  mean: number;
  lowest: number;
  ratings: Ratings;
}) {
  const outstanding = STAGES.filter((stage) => ratings[stage] >= OUTSTANDING).length;
  const cell = (isMet: boolean, text: string) => (
    <span className={isMet ? "" : "font-semibold text-warn"}>
      {text} <span aria-hidden>{isMet ? "✓" : "✗"}</span>
      <span className="sr-only">{isMet ? "met" : "not met"}</span>
    </span>
  );
  return (
    <Table
      caption="The bars, and what these ratings do about them"
      dense
      rows={checks}
      rowKey={(check) => check.level}
      columns={[
        { key: "level", header: "Level", rowHeader: true, cell: (check) => LEVEL_WORDS[check.level] },
        {
          key: "mean",
          header: "Mean",
          cell: (check) =>
            cell(check.mean, `${formatFixed(mean, 2)}, needs ${formatFixed(check.bar.mean, 1)}`),
        },
        {
          key: "least",
          header: "Weakest stage",
          cell: (check) =>
            cell(check.least, `${formatFixed(lowest, 1)}, needs ${formatFixed(check.bar.least, 1)}`),
        },
        {
          key: "outstanding",
          header: `Stages at ${OUTSTANDING} or more`,
          cell: (check) => cell(check.outstanding, `${outstanding}, needs ${check.bar.outstanding}`),
        },
      ]}
    />
  );
}

function reasonsOf(check: Check): string {
  const reasons = [
    check.mean ? null : `a mean below ${formatFixed(check.bar.mean, 1)}`,
    check.least ? null : `a stage below ${formatFixed(check.bar.least, 1)}`,
    check.outstanding ? null : `fewer than ${check.bar.outstanding} stages at ${OUTSTANDING}`,
  ].filter((reason) => reason !== null);
  return reasons.length > 1 ? `${reasons.slice(0, -1).join(", ")} and ${reasons.at(-1)}` : (reasons[0] ?? "");
}

function profileOf(ratings: Ratings): Profile | null {
  return (
    PROFILE_NAMES.find((name) => STAGES.every((stage) => PROFILES[name].ratings[stage] === ratings[stage])) ??
    null
  );
}
