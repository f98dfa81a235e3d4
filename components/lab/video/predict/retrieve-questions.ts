/** Questions about sources, search and the number of candidates. */

import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import type { AnswerForm, Choice } from "@/components/lab/core/predict/question";
import { formatCount, formatMilliseconds, formatShare } from "@/components/lab/format";
import {
  firstEffect,
  hasTruth,
  staysForm,
  staysOutcome,
  timeBars,
  watchBars,
  watchesOf,
} from "@/components/lab/video/predict/outcome";
import type { Question } from "@/components/lab/video/predict/question";
import { SOURCE_LABELS } from "@/components/lab/video/words";
import type { Knobs } from "@/lib/pipeline/video/knobs";
import { SOURCE_NAMES, type SourceName } from "@/lib/pipeline/video/names";
import type { Recommendation } from "@/lib/pipeline/video/trace";

const asked = (knobs: Knobs): SourceName[] =>
  SOURCE_NAMES.filter((source) => isOn(knobs, source) && knobs.candidates[source] > 0);
const sourceChoices = (knobs: Knobs): AnswerForm => ({
  kind: "choice",
  choices: asked(knobs).map((source): Choice => ({ value: source, label: SOURCE_LABELS[source] })),
});
const inSlate = ({ sources }: Recommendation, source: string): number =>
  sources.find((one) => one.source === source)?.inSlate ?? 0;

const missedSource: Question = {
  id: "missed-source",
  topic: "The source that is missed",
  isFor: ({ knobs }) => asked(knobs).length > 1,
  ask: () => "Each source is switched off alone. Which one changes the slate most?",
  form: ({ knobs }) => sourceChoices(knobs),
  trial: ({ knobs }) => ({
    variants: asked(knobs).map((source) => ({ id: source, knobs: withPart(knobs, source, false) })),
  }),
  reveal({ recommendation }, { base, effects }) {
    const size = base.slate.length;
    const byStays = effects.toSorted((a, b) => a.kept - b.kept);
    const [most, least] = [byStays[0], byStays.at(-1)];
    if (!most || !least) throw new Error("The trial came back without its sources.");
    const label = (id: string) => SOURCE_LABELS[id as SourceName];
    return {
      truth: {
        kind: "choice",
        right: effects.filter(({ kept }) => kept === most.kept).map(({ id }) => id),
        near: effects.filter(({ kept }) => kept === most.kept + 1).map(({ id }) => id),
      },
      said: `${label(most.id)}: without it ${most.kept} of ${size} stay`,
      bars: byStays.map(({ id, kept }) => ({
        label: `${label(id)} off`,
        value: size - kept,
        valueLabel: `${size - kept} of ${size} change`,
      })),
      why: [
        `${label(most.id)} had a hand in ${inSlate(recommendation, most.id)} of the ${size} videos shown.`,
        `${label(least.id)} is missed least, with ${least.kept} that stay: what it brings, others bring too or the ranker puts lower.`,
      ],
    };
  },
};

const emptyHistory: Question = {
  id: "empty-history",
  topic: "Nothing watched yet",
  isFor: ({ watches, knobs }) => watches > 0 && asked(knobs).length > 1,
  ask: () =>
    "The same request for somebody who has watched nothing and follows nobody. Which source brings most of the slate?",
  form: ({ knobs }) => sourceChoices(knobs),
  trial: ({ knobs, language }) => ({
    variants: [],
    request: { audience: { kind: "history", history: [], language }, knobs },
  }),
  reveal({ recommendation, knobs }, { request }) {
    if (!request) throw new Error("The trial came back without its request.");
    const sources = asked(knobs).toSorted((a, b) => inSlate(request, b) - inSlate(request, a));
    const most = Math.max(...sources.map((source) => inSlate(request, source)));
    const right = sources.filter((source) => inSlate(request, source) === most);
    const first = right[0] ?? "popularity";
    const [before] = asked(knobs).toSorted((a, b) => inSlate(recommendation, b) - inSlate(recommendation, a));
    const size = request.slate.length;
    return {
      truth: {
        kind: "choice",
        right,
        near: sources.filter((source) => most > 1 && inSlate(request, source) === most - 1),
      },
      said: `${right.map((source) => SOURCE_LABELS[source]).join(" and ")}: ${most} of ${size}`,
      bars: sources.map((source) => ({
        label: SOURCE_LABELS[source],
        value: inSlate(request, source),
        valueLabel: `${inSlate(request, source)} of ${size}`,
      })),
      why: [
        `Item-to-item needs watched videos and brings ${inSlate(request, "item-to-item")} of ${size}; ${SOURCE_LABELS[first]} has a hand in ${most}.`,
        before
          ? `With the history ${SOURCE_LABELS[before]} leads, with ${inSlate(recommendation, before)}; a video can come from several sources and counts for each.`
          : "With the history no source leads.",
      ],
    };
  },
};

const oneProbe: Question = {
  id: "one-probe",
  topic: "One list instead of all rows",
  isFor: ({ knobs }) => isOn(knobs, "two-tower") && (knobs.index === "exact" || knobs.probes > 1),
  ask: () =>
    "The index is grouped into lists, and only the one nearest to the viewer is searched. How many of the slate stay?",
  form: staysForm,
  trial: ({ knobs, audience }) => {
    const changed = { ...knobs, index: "lists" as const, probes: 1 };
    return {
      variants: [{ id: "one-probe", knobs: changed }],
      request: { audience, knobs: changed },
      needsLists: true,
    };
  },
  reveal(_situation, result) {
    const search = result.request?.search;
    const share = search ? search.scanned / Math.max(1, result.request?.catalogueSize ?? 1) : 0;
    const searched = search
      ? `One of ${formatCount(search.lists)} lists was searched, ${formatCount(search.scanned)} rows (${formatShare(share)} of them)`
      : "One list was searched";
    const carried = result.request ? inSlate(result.request, "two-tower") : 0;
    return staysOutcome(
      result,
      `${searched}; the two-tower still has a hand in ${carried} of the slate, and the other sources do not use the index.`,
    );
  },
};

const DEPTH_CHOICES: readonly Choice[] = [
  { value: "less", label: "Less (by over 1 %)" },
  { value: "same", label: "The same within 1 %" },
  { value: "little", label: "1 to 5 % more" },
  { value: "much", label: "Over 5 % more" },
];
const depthOf = (change: number) => {
  if (change < -0.01) return 0;
  if (change <= 0.01) return 1;
  return change <= 0.05 ? 2 : 3;
};

const moreCandidates: Question = {
  id: "more-candidates",
  topic: "1,000 candidates",
  isFor: (situation) =>
    hasTruth(situation) &&
    isOn(situation.knobs, "two-tower") &&
    situation.knobs.candidates["two-tower"] < 1000,
  ask: ({ knobs }) =>
    `The two-tower brings 1,000 candidates instead of ${formatCount(knobs.candidates["two-tower"])}. What becomes of the expected watches?`,
  form: () => ({ kind: "choice", choices: DEPTH_CHOICES }),
  trial: ({ knobs }) => ({
    variants: [{ id: "deep", knobs: { ...knobs, candidates: { ...knobs.candidates, "two-tower": 1000 } } }],
  }),
  reveal(_situation, result) {
    const effect = firstEffect(result);
    const [before, after] = [watchesOf(result.base), watchesOf(effect)];
    const change = before === 0 ? 0 : after / before - 1;
    const index = depthOf(change);
    const near = [DEPTH_CHOICES[index - 1], DEPTH_CHOICES[index + 1]].flatMap(
      (choice) => choice?.value ?? [],
    );
    const percent = `${change < 0 ? "−" : "+"}${(Math.abs(change) * 100).toFixed(1)} %`;
    return {
      truth: { kind: "choice", right: [DEPTH_CHOICES[index]?.value ?? "same"], near },
      said: `${percent}, for ${formatMilliseconds(effect.milliseconds)} instead of ${formatMilliseconds(result.base.milliseconds)}`,
      bars: [...watchBars(result.base, effect), ...timeBars(result.base, effect)],
      why: [
        `${effect.kept} of ${result.base.slate.length} stay: what comes in below the first candidates must beat videos that two models already rate highly.`,
        `The ranker scores all of them, so the request takes ${formatMilliseconds(effect.milliseconds)} and took ${formatMilliseconds(result.base.milliseconds)}.`,
      ],
    };
  },
};

const neverShown: Question = {
  id: "never-shown",
  topic: "Videos without a past",
  isFor: ({ recommendation, loggedItems }) => recommendation.catalogueSize > loggedItems,
  ask: ({ recommendation, loggedItems }) =>
    `${formatCount(recommendation.catalogueSize - loggedItems)} of the ${formatCount(recommendation.catalogueSize)} videos have never been shown to anybody. How many of the slate are such?`,
  form: ({ recommendation }) => ({
    kind: "count",
    max: recommendation.slate.length,
    unit: `of ${recommendation.slate.length} were never shown`,
  }),
  trial: () => ({ variants: [] }),
  reveal({ recommendation, loggedItems }, { base }) {
    const size = base.slate.length;
    const share = 1 - loggedItems / recommendation.catalogueSize;
    return {
      truth: { kind: "count", value: base.unloggedItems },
      said: `${base.unloggedItems} of ${size}`,
      bars: [
        { label: "Never shown", value: base.unloggedItems, valueLabel: `${base.unloggedItems} of ${size}` },
        {
          label: "In the log",
          value: size - base.unloggedItems,
          valueLabel: `${size - base.unloggedItems} of ${size}`,
        },
      ],
      why: [
        `They are ${formatShare(share)} of the catalogue and ${formatShare(base.unloggedItems / Math.max(1, size))} of the slate.`,
        `Only their content speaks for them: popularity and item-to-item, which need watches, had a hand in ${inSlate(recommendation, "popularity")} and ${inSlate(recommendation, "item-to-item")} of the ${size}.`,
      ],
    };
  },
};

export const RETRIEVE_QUESTIONS: readonly Question[] = [
  missedSource,
  emptyHistory,
  oneProbe,
  moreCandidates,
  neverShown,
];
