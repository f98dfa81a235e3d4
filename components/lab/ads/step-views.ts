/** How each step of an ad request is looked at: in which order, and with which columns. */
import { formatMoney, formatRate } from "@/components/lab/ads/ads-format";
import { ADS_WORDS } from "@/components/lab/ads/ads-words";
import type { TracedAd } from "@/components/lab/ads/traced";
import {
  fateColumn,
  placeColumn,
  sourcesColumn,
  titleColumn,
} from "@/components/lab/core/stepper/step-columns";
import type { StepView } from "@/components/lab/core/stepper/step-rows";
import type { Column } from "@/components/ui/table";
import type { AdStepName } from "@/lib/pipeline/ads/names";

const title = titleColumn(ADS_WORDS);
const sources = sourcesColumn(ADS_WORDS);
const place = placeColumn<TracedAd>;
const fate = (step: AdStepName, stays: string) => fateColumn(step, stays, ADS_WORDS);
const last = Number.MAX_SAFE_INTEGER;

const number = (
  key: string,
  header: string,
  of: (row: TracedAd) => number | null | undefined,
  format: (value: number) => string,
): Column<TracedAd> => ({
  key,
  header,
  numeric: true,
  cell: (row) => {
    const value = of(row);
    return value === null || value === undefined ? "" : format(value);
  },
});
const raw = number("raw", "Model", (row) => row.prediction?.raw, formatRate);
const calibrated = number("calibrated", "Calibrated", (row) => row.prediction?.calibrated, formatRate);
const truth = number("truth", "Truth", (row) => row.truth, formatRate);

export const AD_STEPS: Readonly<Record<AdStepName, StepView<TracedAd>>> = {
  retrieve: {
    order: (row) => Math.min(...row.sources.map(({ rank }) => rank)),
    columns: [title, sources],
  },
  merge: {
    order: ({ position }) => position.retrieved,
    columns: [place("Place", ({ retrieved }) => retrieved), title, sources],
  },
  filter: {
    order: ({ position }) => position.retrieved,
    touchedFirst: true,
    columns: [place("Place", ({ retrieved }) => retrieved), title, fate("filter", "goes on")],
  },
  "light-rank": {
    order: ({ position }) => position["light-rank"] ?? last,
    columns: [
      place("From", ({ retrieved }) => retrieved),
      place("To", (position) => position["light-rank"]),
      title,
      number(
        "light",
        "Light score",
        (row) => row.lightScore,
        (value) => value.toFixed(3),
      ),
      fate("light-rank", "goes on"),
    ],
  },
  rank: {
    order: ({ position }) => position.rank ?? last,
    columns: [
      place("From", (position) => position["light-rank"]),
      place("To", ({ rank }) => rank),
      title,
      raw,
      truth,
    ],
  },
  calibrate: {
    order: ({ position }) => position.rank ?? last,
    columns: [
      title,
      raw,
      number("corrected", "Down-sampling undone", (row) => row.prediction?.corrected, formatRate),
      calibrated,
      truth,
    ],
  },
  auction: {
    order: ({ position }) => position.auction ?? last,
    columns: [
      place("Place", ({ auction }) => auction),
      title,
      number("bid", "Bid", (row) => row.auction?.bid, formatMoney),
      calibrated,
      number("ecpm", "eCPM", (row) => row.auction?.eCpm, formatMoney),
      number("price", "Pays a click", (row) => row.auction?.price, formatMoney),
      fate("auction", "shown"),
    ],
  },
};
