/** How each step of a video request is looked at: in which order, and with which columns. */
import {
  fateColumn,
  headColumns,
  placeColumn,
  scoreColumn,
  sourcesColumn,
  titleColumn,
} from "@/components/lab/core/stepper/step-columns";
import type { StepView } from "@/components/lab/core/stepper/step-rows";
import { HEAD_LABELS } from "@/components/lab/video/knobs/rank-knobs";
import { VIDEO_WORDS } from "@/components/lab/video/words";
import type { StepName } from "@/lib/pipeline/video/names";
import type { ItemTrace } from "@/lib/pipeline/video/trace";

const title = titleColumn(VIDEO_WORDS);
const place = placeColumn<ItemTrace>;
const fate = (step: StepName, stays: string) => fateColumn(step, stays, VIDEO_WORDS);
const last = Number.MAX_SAFE_INTEGER;

export const VIDEO_STEPS: Readonly<Record<StepName, StepView<ItemTrace>>> = {
  retrieve: {
    order: ({ sources }) => Math.min(...sources.map(({ rank }) => rank)),
    columns: [title, sourcesColumn(VIDEO_WORDS)],
  },
  merge: {
    order: ({ position }) => position.retrieved,
    columns: [place("Place", ({ retrieved }) => retrieved), title, sourcesColumn(VIDEO_WORDS)],
  },
  filter: {
    order: ({ position }) => position.retrieved,
    touchedFirst: true,
    columns: [place("Place", ({ retrieved }) => retrieved), title, fate("filter", "goes on")],
  },
  rank: {
    order: ({ position }) => position.ranked ?? last,
    columns: [
      place("From", ({ retrieved }) => retrieved),
      place("To", ({ ranked }) => ranked),
      title,
      ...headColumns(HEAD_LABELS),
      scoreColumn,
    ],
  },
  rules: {
    order: ({ position }) => position.ruled ?? position.ranked ?? last,
    touchedFirst: true,
    columns: [
      place("From", ({ ranked }) => ranked),
      place("To", ({ ruled }) => ruled),
      title,
      fate("rules", "goes on"),
    ],
  },
  diversify: {
    order: ({ position }) => position.slate ?? (position.ruled ?? last / 2) + 1000,
    columns: [
      place("From", ({ ruled }) => ruled),
      place("To", ({ slate }) => slate),
      title,
      { key: "topic", header: "Topic", cell: ({ card }) => card.topic },
      scoreColumn,
      fate("diversify", "shown"),
    ],
  },
};
