"use client";

import { DotChart } from "@/components/charts/dot-chart";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { useFigureState } from "@/components/content/figures/use-figure-state";
import { Table } from "@/components/ui/table";
import type { VocabularyProps } from "@/lib/content/vocabulary";
import {
  PRESET_IDS,
  PRESETS,
  type Preset,
  type PresetCertainty,
  type PresetId,
  stageSplit,
  stagesNotNamed,
  stepMinutes,
} from "@/lib/framework/presets";
import { type LengthMinutes, STAGE_INFO, STAGE_MINUTES, STAGES } from "@/lib/framework/stages";
import { formatFixed } from "@/lib/framework/units";

type Length = "30" | "45" | "60";
const LENGTHS: Record<Length, LengthMinutes> = { "30": 30, "45": 45, "60": 60 };
const CERTAINTY_WORDS: Record<PresetCertainty, string> = {
  primary: "read in its own text",
  page: "seen on its own page, in part",
  reported: "taken from other people's notes",
};
const OTHERS = PRESET_IDS.filter((id) => id !== "shortlist");

export function FrameworkPresetsFigure({ caption }: VocabularyProps<"FrameworkPresetsFigure">) {
  const { state, patch, reset, isChanged } = useFigureState<{ id: PresetId; length: Length }>({
    id: "techinterview",
    length: "45",
  });
  const length = LENGTHS[state.length];
  const preset = PRESETS[state.id];
  const split = stageSplit(state.id, length);
  const ours = STAGE_MINUTES[length];
  const missing = stagesNotNamed(preset);
  const furthest = [...STAGES].sort((a, b) => Math.abs(split[b] - ours[b]) - Math.abs(split[a] - ours[a]))[0];
  return (
    <FigureFrame
      title="Another framework over the seven stages"
      caption={caption}
      onReset={reset}
      isChanged={isChanged}
      summary={`${preset.name}: ${missing.length === 0 ? "every one of the seven stages is in it" : `no step of its own for ${listOf(missing.map((stage) => STAGE_INFO[stage].title.toLowerCase()))}`}. ${furthest && split[furthest] !== ours[furthest] ? `In a round of ${length} the largest difference is ${STAGE_INFO[furthest].title.toLowerCase()}: ${split[furthest]} minutes against our ${ours[furthest]}.` : "Its minutes are ours."}`}
      controls={
        <>
          <div className="sm:col-span-2">
            <ChoiceField
              legend="Framework"
              value={state.id}
              onChange={(id: PresetId) => patch({ id })}
              options={OTHERS.map((id) => ({ value: id, label: PRESETS[id].name }))}
            />
          </div>
          <ChoiceField
            legend="Length of the round"
            value={state.length}
            onChange={(next: Length) => patch({ length: next })}
            options={[
              { value: "30", label: "30 min" },
              { value: "45", label: "45 min" },
              { value: "60", label: "60 min" },
            ]}
          />
        </>
      }
    >
      <DotChart
        title={`Minutes a stage, ${preset.name} and ours`}
        description={STAGES.map(
          (stage) => `${STAGE_INFO[stage].title}: ${split[stage]}, ours ${ours[stage]}`,
        ).join("; ")}
        series={[
          { id: "theirs", label: preset.name, color: 1 },
          { id: "ours", label: "Ours", color: 3, shape: "tick" },
        ]}
        rows={STAGES.map((stage) => ({
          id: stage,
          label: STAGE_INFO[stage].title,
          values: { theirs: split[stage], ours: ours[stage] },
        }))}
        maximum={length === 30 ? 15 : 25}
        tickValues={length === 30 ? [0, 5, 10, 15] : [0, 5, 10, 15, 20, 25]}
        format={(minutes) => `${minutes}`}
        axisLabel="Minutes; a stage without a step of its own is kept at one"
      />
      <StepTable preset={preset} length={length} />
      <p className="m-0 text-sm text-ink-2">
        {preset.note} This list was {CERTAINTY_WORDS[preset.certainty]}.
      </p>
    </FigureFrame>
  );
}

function StepTable({ preset, length }: { preset: Preset; length: LengthMinutes }) {
  const minutes = stepMinutes(preset, length);
  return (
    <Table
      caption={`Its steps in order, and a round of ${length} minutes less ${STAGE_MINUTES[length].wrapUp} for questions`}
      dense
      rows={preset.steps}
      rowKey={(step) => step.name}
      columns={[
        { key: "name", header: "Step", rowHeader: true, cell: (step) => step.name },
        {
          key: "stages",
          header: "Our stages",
          cell: (step) =>
            step.stages.length === 0
              ? "deeper, anywhere"
              : listOf(step.stages.map((stage) => STAGE_INFO[stage].title)),
        },
        {
          key: "published",
          header: "Published",
          numeric: true,
          cell: (step) => (step.minutes ? [...new Set(step.minutes)].join(" to ") : "not on record"),
        },
        {
          key: "here",
          header: "Here, min",
          numeric: true,
          cell: (_, index) => formatFixed(minutes[index] ?? 0, 1),
        },
      ]}
    />
  );
}

const listOf = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? "");
