/**
 * The deterministic half of the second grade. A model's verdict counts only with a quote that stands in the answer and
 * has to do with the point; the credit is ours. So text that talks a model into generosity gains nothing by itself:
 * the words that would have to be quoted are not there.
 */
import type { Answers, Part, Receipt } from "@/lib/grading/types";
import { toStorable } from "@/lib/interview/storable-text";
import { locateQuote, quoteLength } from "./locate-quote";
import type { Overlap } from "./overlap";
import type { Drop, Judgement, SecondPoint } from "./schema";

/** A shorter quote stands in too many answers. */
export const LEAST_QUOTE_CHARACTERS = 8;
/** One sentence makes at most so many points; a quote given for more is given for anything. */
export const MOST_POINTS_A_QUOTE = 3;
const LONGEST_WHY = 400;

/** What a verified verdict is worth. What could not be verified is worth nothing. */
const CREDITS: Record<SecondPoint["verdict"], number> = {
  met: 1,
  partial: 0.5,
  contradicted: 0,
  "not-sure": 0,
  missing: 0,
};

export type VerifyOptions = {
  /** The points that the model was asked about, in order. */
  pointIds: readonly string[];
  answers: Answers;
  /** Where to look for a quote, first to last. */
  parts: readonly Part[];
  /** How much a quote has to do with a point by the report's own grader; 0: nothing. */
  overlap: Overlap;
};

function receiptOf({ answers, parts }: VerifyOptions, quote: string): Receipt | null {
  for (const part of parts) {
    const text = answers[part] ?? "";
    const place = locateQuote(text, quote);
    if (place) return { part, ...place, quote: text.slice(place.start, place.end) };
  }
  return null;
}

type Judged = Judgement["points"][number];
type Found = { judged: Judged; receipt: Receipt | null };

const placeOf = (receipt: Receipt | null): string =>
  receipt ? `${receipt.part} ${receipt.start} ${receipt.end}` : "";

function dropOf(options: VerifyOptions, { judged, receipt }: Found, uses: number): Drop | null {
  const length = quoteLength(judged.quote);
  if (length === 0) return "no-quote";
  if (length < LEAST_QUOTE_CHARACTERS) return "short-quote";
  if (!receipt) return "not-in-answer";
  if (uses > MOST_POINTS_A_QUOTE) return "reused";
  return options.overlap(judged.id, receipt) > 0 ? null : "off-topic";
}

function toPoint(id: string, found: Found | undefined, drop: (found: Found) => Drop | null): SecondPoint {
  const nothing = { id, verdict: "missing" as const, credit: 0, receipt: null, dropped: null };
  if (!found) return { ...nothing, said: null, why: "" };
  const said = found.judged.verdict;
  const why = toStorable(found.judged.why.slice(0, LONGEST_WHY));
  if (said === "missing") return { ...nothing, said, why };
  const dropped = drop(found);
  if (dropped) return { ...nothing, said, why, verdict: "not-sure", dropped };
  return { id, said, why, verdict: said, credit: CREDITS[said], receipt: found.receipt, dropped: null };
}

/** One verdict for each point asked about; the first counts when a model gives several. */
export function verifyJudgement(
  judgement: Judgement,
  options: VerifyOptions,
): { points: SecondPoint[]; unknownIds: number } {
  const known = new Set(options.pointIds);
  const byId = new Map<string, Found>();
  const uses = new Map<string, number>();
  for (const judged of judgement.points) {
    if (!known.has(judged.id) || byId.has(judged.id)) continue;
    const receipt = judged.verdict === "missing" ? null : receiptOf(options, judged.quote);
    byId.set(judged.id, { judged, receipt });
    uses.set(placeOf(receipt), (uses.get(placeOf(receipt)) ?? 0) + 1);
  }
  const drop = (found: Found) => dropOf(options, found, uses.get(placeOf(found.receipt)) ?? 0);
  return {
    points: options.pointIds.map((id) => toPoint(id, byId.get(id), drop)),
    unknownIds: judgement.points.filter(({ id }) => !known.has(id)).length,
  };
}
