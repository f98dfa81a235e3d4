/** Windows, ages and depths that are numbers: which may not be longer than which. */
import { claimedIn } from "../match";
import { NUMBER_GROUPS } from "../number-groups";
import { has, isNear, type Known, placeAt, quantitiesOf } from "../numbers";
import { decisionPlace, type Reading, type Sentence, textPlace, toldPlace } from "../reading";
import type { NumberRule, Pair } from "../rule";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Words for how often, in seconds. */
const CADENCES: Record<string, number> = { hourly: HOUR, nightly: DAY, daily: DAY, weekly: 7 * DAY };
const PERIODS: Record<string, number> = { minute: MINUTE, hour: HOUR, night: DAY, day: DAY, week: 7 * DAY };

/** "5 min", "7 days". */
function inWords(seconds: number): string {
  const [size, unit] =
    seconds >= DAY ? [DAY, "days"] : seconds >= HOUR ? [HOUR, "hours"] : [MINUTE, "minutes"];
  const count = Number((seconds / size).toPrecision(2));
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

const longest = (passage: { quantities: Sentence["quantities"] }): number | null => {
  const seconds = passage.quantities.filter(({ kind }) => kind === "seconds").map(({ value }) => value);
  return seconds.length > 0 ? Math.max(...seconds) : null;
};

/** The slowest promise of freshness that was told: what is older than that breaks every other as well. */
function promisedFreshness(reading: Reading): Known | null {
  const fact = reading.told.find(({ topic }) => topic === "freshness");
  const value = fact && longest(fact);
  return fact && value ? { value, place: toldPlace(fact) } : null;
}

function cacheOlderThanPromised(reading: Reading): Pair | null {
  const promised = promisedFreshness(reading);
  if (!promised) return null;
  const cached = quantitiesOf(reading, "seconds").find(
    ({ sentence, quantity }) =>
      quantity.value > promised.value &&
      has(sentence, "cacheable") &&
      !has(sentence, "notCached") &&
      isNear(sentence, "cache", quantity, 10, 4),
  );
  return cached
    ? {
        places: [promised.place, placeAt(cached)],
        detail: { cached: inWords(cached.quantity.value), promised: inWords(promised.value) },
      }
    : null;
}

function windowOf(reading: Reading): Known | null {
  const decided = reading.decisions["join-window"];
  const place = decisionPlace(reading, "join-window");
  if (typeof decided === "number" && place) return { value: decided * MINUTE, place };
  const said = quantitiesOf(reading, "seconds").find(
    ({ sentence, quantity }) => quantity.value >= MINUTE && isNear(sentence, "window", quantity, 6, 4),
  );
  return said ? { value: said.quantity.value, place: placeAt(said) } : null;
}

const UPDATES: Record<string, number> = { streaming: MINUTE, hourly: HOUR, daily: DAY };

/** "hourly", "every hour", "every 15 minutes", in seconds. */
function cadenceIn({ tokens, quantities }: Sentence): number | undefined {
  const counted = quantities.find(
    ({ kind, from }) => kind === "seconds" && tokens[from - 1]?.word === "every",
  );
  const period = tokens.findIndex(({ word }) => word === "every" || word === "each") + 1;
  const word = tokens.find((token) => CADENCES[token.word]);
  return (
    counted?.value ??
    (period > 0 ? PERIODS[tokens[period]?.word ?? ""] : undefined) ??
    CADENCES[word?.word ?? ""]
  );
}

/** How often the model is trained: as decided, or from a sentence on training with "hourly" or "every 15 minutes". */
function cadenceOf(reading: Reading): Known | null {
  const place = decisionPlace(reading, "updates");
  const decided = UPDATES[String(reading.decisions.updates)];
  if (decided && place) return { value: decided, place };
  for (const sentence of reading.sentences) {
    const span = claimedIn(sentence, { says: [NUMBER_GROUPS.retraining, NUMBER_GROUPS.cadence], within: 8 });
    if (!span) continue;
    const value = cadenceIn(sentence);
    if (value) return { value, place: textPlace(sentence, span.from, span.to) };
  }
  return null;
}

function labelsSlowerThanTraining(reading: Reading): Pair | null {
  const [window, cadence] = [windowOf(reading), cadenceOf(reading)];
  if (!window || !cadence || window.value <= cadence.value) return null;
  if (reading.sentences.some((sentence) => has(sentence, "lateLabels"))) return null;
  return {
    places: [window.place, cadence.place],
    detail: { window: inWords(window.value), cadence: inWords(cadence.value) },
  };
}

/** "day-28 retention", "28-day retention". */
function retentionHorizon({ tokens }: Sentence, at: number): number | null {
  const near = tokens.slice(Math.max(0, at - 3), at);
  const number = near.find(({ isNumber }) => isNumber);
  return number && near.some(({ word }) => word === "day" || word === "d") ? Number(number.word) * DAY : null;
}

function testShorterThanMetric(reading: Reading): Pair | null {
  const all = reading.sentences.filter(({ part }) => ["frame", "evaluate", "whole"].includes(part));
  if (all.some((sentence) => has(sentence, "horizon"))) return null;
  const test = quantitiesOf(reading, "seconds").find(
    ({ sentence, quantity }) => quantity.value >= DAY && isNear(sentence, "testRun", quantity, 8, 4),
  );
  if (!test) return null;
  for (const sentence of all) {
    const span = claimedIn(sentence, { says: [NUMBER_GROUPS.decisive, NUMBER_GROUPS.retention], within: 8 });
    const at = sentence.tokens.findIndex(({ word }) => word === "retention");
    const horizon = span && at >= 0 ? retentionHorizon(sentence, at) : null;
    if (!span || !horizon || horizon <= test.quantity.value) continue;
    return {
      places: [textPlace(sentence, span.from, span.to), placeAt(test)],
      detail: { test: inWords(test.quantity.value), horizon: inWords(horizon) },
    };
  }
  return null;
}

/** A metric that looks this many times deeper than the page judges what nobody sees. */
const TOO_DEEP = 3;

function depthUnlikePage(reading: Reading): Pair | null {
  for (const fact of reading.told.filter(({ topic }) => topic === "surface")) {
    const page = fact.quantities.find(
      (count) => count.kind === "count" && isNear(fact, "places", count, 0, 2),
    );
    const deep = quantitiesOf(reading, "count").find(
      ({ sentence, quantity }) =>
        page && quantity.value >= TOO_DEEP * page.value && isNear(sentence, "depthMetric", quantity, 2, 0),
    );
    if (page && deep)
      return {
        places: [toldPlace(fact), placeAt(deep)],
        detail: { depth: String(deep.quantity.value), page: String(page.value) },
      };
  }
  return null;
}

export const DURATION_RULES: readonly NumberRule[] = [
  {
    id: "a-cache-older-than-promised",
    stage: "serve",
    chapter: "/framework/feature-pipelines#freshness-and-cost",
    statement: "Results are cached for {cached}; the slowest change has to show within {promised}.",
    question: "What takes an entry out of the cache before its time?",
    find: cacheOlderThanPromised,
    examples: {
      contradict: [
        {
          answer: "We cache the recommendations of each user for 6 hours.",
          facts: ["freshness: A new upload has to be recommendable within ten minutes."],
        },
      ],
      agree: [
        {
          answer: "We cache the recommendations of each user for 2 minutes.",
          facts: ["freshness: A new upload has to be recommendable within ten minutes."],
        },
        {
          answer: "If the ranker fails we show a page cached up to 6 hours ago.",
          facts: ["freshness: A new upload has to be recommendable within ten minutes."],
        },
      ],
    },
  },
  {
    id: "labels-slower-than-training",
    stage: "data",
    chapter: "/framework/drift#labels-that-come-late",
    statement: "A label may take {window}, and the model is trained every {cadence}.",
    question: "What are the rows whose label is still open: negatives, or left out?",
    find: labelsSlowerThanTraining,
    examples: {
      contradict: [
        { decisions: { "join-window": 1440, updates: "hourly" }, world: "ads" },
        "The attribution window is 7 days. We retrain the model every hour, hourly from the newest rows.",
      ],
      agree: [
        { decisions: { "join-window": 30, updates: "hourly" }, world: "ads" },
        "The attribution window is 7 days. We retrain hourly on matured labels.",
      ],
    },
  },
  {
    id: "a-test-shorter-than-its-metric",
    stage: "evaluate",
    chapter: "/framework/experiments#what-two-weeks-cannot-see",
    statement: "The test runs for {test}, and its metric needs {horizon}.",
    question: "What is read after the test that says something about the later days?",
    find: testShorterThanMetric,
    examples: {
      contradict: [
        { answers: { evaluate: "The primary metric is day-28 retention. The A/B test runs for one week." } },
      ],
      agree: [
        { answers: { evaluate: "The primary metric is day-7 retention. The A/B test runs for two weeks." } },
        {
          answers: {
            evaluate:
              "The goal is day-28 retention. The test runs for two weeks and reads a surrogate for it.",
          },
        },
      ],
    },
  },
  {
    id: "a-metric-deeper-than-the-page",
    stage: "evaluate",
    chapter: "/framework/evaluate#offline-metrics",
    statement: "The metric looks at {depth} places, the page shows {page}.",
    question: "How much of this number comes from places that nobody sees?",
    find: depthUnlikePage,
    examples: {
      contradict: [{ answer: "We report NDCG@100.", facts: ["surface: Ten results, then scrolling."] }],
      agree: [
        { answer: "We report NDCG@10.", facts: ["surface: Ten results, then scrolling."] },
        { answer: "Retrieval is judged by recall@500.", facts: ["surface: Ten results, then scrolling."] },
      ],
    },
  },
];
