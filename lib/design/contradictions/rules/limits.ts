/** The limit of a request: as told, as changed, as decided, as counted with. */
import { formatMilliseconds } from "@/lib/framework/units";
import { type At, changedLimit, has, isNear, placeAt, quantitiesOf, toldLimit } from "../numbers";
import { decisionPlace, type Reading } from "../reading";
import type { NumberRule, Pair } from "../rule";

const isTime = ({ kind }: { kind: string }) => kind === "seconds";
const inMs = (seconds: number): string => formatMilliseconds(seconds * 1000);

/** The old limit still stands in the text, and the new one nowhere. */
function changedLimitOldNumbers(reading: Reading): Pair | null {
  const changed = changedLimit(reading);
  const old = toldLimit(reading);
  if (!changed || !old) return null;
  const knowsNew = reading.sentences.some(({ quantities }) =>
    quantities.some((quantity) => isTime(quantity) && quantity.value === changed.value),
  );
  const at = quantitiesOf(reading, "seconds").find(
    ({ quantity, sentence }) => quantity.value === old.value && has(sentence, "limit"),
  );
  return at && !knowsNew
    ? { places: [changed.place, placeAt(at)], detail: { new: inMs(changed.value), old: inMs(old.value) } }
    : null;
}

/** A limit of one's own counts as another one from a fifth more on. */
const CLEARLY_MORE = 1.2;

function limitUnlikeTold(reading: Reading): Pair | null {
  const told = toldLimit(reading);
  if (!told) return null;
  const decided = reading.decisions["latency-budget"];
  const place = decisionPlace(reading, "latency-budget");
  const detail = (own: number) => ({ told: inMs(told.value), own: inMs(own) });
  if (typeof decided === "number" && place && decided / 1000 > told.value * CLEARLY_MORE)
    return { places: [told.place, place], detail: detail(decided / 1000) };
  const knowsTold = reading.sentences.some(({ quantities }) =>
    quantities.some((quantity) => isTime(quantity) && quantity.value === told.value),
  );
  const own: At | undefined = quantitiesOf(reading, "seconds").find(
    ({ sentence, quantity }) =>
      quantity.value > told.value * CLEARLY_MORE &&
      quantity.value < 10 &&
      isNear(sentence, "ownLimit", quantity, 5, 2),
  );
  return own && !knowsTold
    ? { places: [told.place, placeAt(own)], detail: detail(own.quantity.value) }
    : null;
}

export const LIMIT_RULES: readonly NumberRule[] = [
  {
    id: "old-numbers-after-a-change",
    stage: "serve",
    chapter: "/framework/serve#the-request-path",
    statement: "The limit is now {new}, and the design still counts with {old}.",
    question: "Which step gives up its time?",
    find: changedLimitOldNumbers,
    examples: {
      contradict: [
        {
          answer: "The latency budget is 200 ms: retrieval 30, ranking 60.",
          facts: ["latency: 200 ms at p99."],
          twist: {
            text: "The server gets 80 ms instead of 200.",
            change: "Server limit cut from 200 ms to 80 ms",
          },
        },
      ],
      agree: [
        {
          answer: "The latency budget was 200 ms. With 80 ms we drop the second ranker.",
          facts: ["latency: 200 ms at p99."],
          twist: {
            text: "The server gets 80 ms instead of 200.",
            change: "Server limit cut from 200 ms to 80 ms",
          },
        },
      ],
    },
  },
  {
    id: "a-limit-unlike-the-told",
    stage: "clarify",
    chapter: "/framework/clarify#scale-and-latency",
    statement: "{told} were told as the limit, and the design takes {own}.",
    question: "Which limit did you design for?",
    find: limitUnlikeTold,
    examples: {
      contradict: [
        { answer: "Our latency budget is 500 ms at p99.", facts: ["latency: 200 ms at p99."] },
        { decisions: { "latency-budget": 500 }, facts: ["latency: 200 ms at p99."] },
      ],
      agree: [{ answer: "Our latency budget is 200 ms at p99.", facts: ["latency: 200 ms at p99."] }],
    },
  },
];
