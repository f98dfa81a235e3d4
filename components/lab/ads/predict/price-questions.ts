/** Questions about what the first place pays. */
import { formatMoney } from "@/components/lab/ads/ads-format";
import { runnerUp } from "@/components/lab/ads/auction/auction-words";
import {
  type AdQuestion,
  type AdSituation,
  firstOf,
  priceOutcome,
  WINNER,
  winnerOutcome,
} from "@/components/lab/ads/predict/outcome";
import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { DIRECTIONS } from "@/components/lab/core/predict/question";
import { formatShare } from "@/components/lab/format";

const hasWinner = ({ run }: AdSituation) => firstOf(run) !== undefined;

/** Halfway between the first two on a scale of the slider's steps; null where they are too near for it. */
function reserveBetween({ run }: AdSituation): number | null {
  const [first, second] = [firstOf(run), runnerUp(run)];
  if (!first || !second || run.slate.length !== 1) return null;
  const middle = (first.auction.eCpm + second.auction.eCpm) / 2;
  const reserve = Math.round(middle * 2) / 2;
  return reserve > second.auction.eCpm && reserve < first.auction.eCpm && reserve <= 50 ? reserve : null;
}

const correctionOff: AdQuestion = {
  id: "correction-off",
  topic: "Down-sampling not undone",
  isFor: (situation) =>
    hasWinner(situation) && situation.knobs.negativeCorrection && situation.negativeRate < 1,
  ask: ({ negativeRate }) =>
    `The models saw ${formatShare(negativeRate)} of the impressions without a click, and nobody undoes that: every predicted click rate is far too high. What becomes of the price per click?`,
  form: () => DIRECTIONS,
  trial: ({ knobs }) => ({ ...knobs, negativeCorrection: false }),
  reveal: (_situation, result) =>
    priceOutcome(result, (direction) =>
      direction === "same"
        ? "A factor that all ads share cancels: the price is the next one’s eCPM over one’s own click rate. What breaks is everything in absolute money: the reserve, budgets, and forecasts."
        : "The factor is not the same for all ads: odds are multiplied, not probabilities, and what calibrates was fitted on corrected predictions. So ads change places against each other and against the reserve.",
    ),
};

const calibrationOff: AdQuestion = {
  id: "calibration-off",
  topic: "Without calibration",
  isFor: (situation) =>
    hasWinner(situation) && isOn(situation.knobs, "calibrate") && situation.knobs.calibration !== "none",
  ask: () => "Calibration is switched off. What becomes of the price per click?",
  form: () => DIRECTIONS,
  trial: ({ knobs }) => withPart(knobs, "calibrate", false),
  reveal(_situation, result) {
    const [before, after] = [result.base, result.run].map(({ outcome }) => outcome.predictedToTrue ?? 0);
    return priceOutcome(
      result,
      () =>
        `The winner’s click rate is now predicted ${(after ?? 0).toFixed(2)} times as high as it is, before ${(before ?? 0).toFixed(2)} times: prices are ratios of predictions, so they move by what differs between the first and the next.`,
    );
  },
};

const reserveUp: AdQuestion = {
  id: "reserve-up",
  topic: "A higher reserve",
  isFor: (situation) => reserveBetween(situation) !== null,
  ask: (situation) =>
    `The reserve is raised to ${formatMoney(reserveBetween(situation) ?? 0)} per thousand, between the first two of the auction. What becomes of the price per click?`,
  form: () => DIRECTIONS,
  trial: (situation) => ({
    ...situation.knobs,
    reserve: reserveBetween(situation) ?? situation.knobs.reserve,
  }),
  reveal: (situation, result) =>
    priceOutcome(
      result,
      () =>
        `The same ad wins, but it now has to beat ${formatMoney(result.run.knobs.reserve)} instead of the ${formatMoney(runnerUp(situation.run)?.auction.eCpm ?? 0)} of the next: the reserve bids like one more advertiser.`,
    ),
};

const reserveTooHigh: AdQuestion = {
  id: "reserve-too-high",
  topic: "A reserve too high",
  isFor: ({ run }) => (firstOf(run)?.auction.eCpm ?? 50) < 49,
  ask: () => "The reserve is raised to 50 per thousand. Who wins?",
  form: () => WINNER,
  trial: ({ knobs }) => ({ ...knobs, reserve: 50 }),
  reveal: ({ run }, result) =>
    winnerOutcome(
      result,
      `The best eCPM was ${formatMoney(firstOf(run)?.auction.eCpm ?? 0)}: a reserve above what anybody offers earns nothing.`,
    ),
};

const secondPlace: AdQuestion = {
  id: "second-place",
  topic: "A second place",
  isFor: ({ knobs, run }) => knobs.slateSize === 1 && firstOf(run) !== undefined,
  ask: () => "Two places are filled instead of one. What becomes of the price of the first?",
  form: () => DIRECTIONS,
  trial: ({ knobs }) => ({ ...knobs, slateSize: 2 }),
  reveal: (_situation, result) =>
    priceOutcome(result, (direction) =>
      direction === "same"
        ? "Each place pays by the one below it, and below the first stands the same ad, whether it is shown or not. The page earns twice, though."
        : "Below the first stands another ad now.",
    ),
};

const pacingOff: AdQuestion = {
  id: "pacing-off",
  topic: "Without pacing",
  isFor: (situation) => hasWinner(situation) && situation.knobs.pacing && isOn(situation.knobs, "pacing"),
  ask: () =>
    "Pacing is switched off: every campaign bids in full until its budget is gone. What becomes of the price per click?",
  form: () => DIRECTIONS,
  trial: ({ knobs }) => ({ ...knobs, pacing: false }),
  reveal(situation, result) {
    const [first, second] = [firstOf(situation.run), runnerUp(situation.run)];
    return priceOutcome(
      result,
      () =>
        `With pacing the first bid ${((first?.auction.pacing ?? 1) * 100).toFixed(0)} % and the next ${((second?.auction.pacing ?? 1) * 100).toFixed(0)} % of what they offer; bids that are held back let others win for less.`,
    );
  },
};

export const PRICE_QUESTIONS: readonly AdQuestion[] = [
  correctionOff,
  calibrationOff,
  reserveUp,
  reserveTooHigh,
  secondPlace,
  pacingOff,
];
