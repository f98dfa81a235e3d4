import type { GraderCard } from "@/lib/grading/report-card/schema";
import { percentOf } from "./figures";
import { QUALITY_WORDS } from "./words";

/** Mean scores further apart than this are named. */
const APART = 0.15;

type Row = GraderCard["byQuality"][number];

const widest = (rows: readonly Row[], gap: (row: Row) => number): Row[] =>
  rows.filter((row) => gap(row) > APART).sort((a, b) => gap(b) - gap(a));

/** What it is bad at: the kinds of answers that these figures name, and what no figure here shows. */
export function Limits({ rows }: { rows: GraderCard["byQuality"] }) {
  return (
    <div className="grid max-w-4xl gap-x-12 gap-y-8 md:grid-cols-2">
      <Kinds
        title="It gives too much to"
        rows={widest(rows, ({ marks, grader }) => grader - marks)}
        none="no kind of answer by more than a sixth of a score, on average."
      />
      <Kinds
        title="It gives too little to"
        rows={widest(rows, ({ marks, grader }) => marks - grader)}
        none="no kind of answer by more than a sixth of a score, on average."
      />
      <ul className="grid list-disc gap-2 pl-5 md:col-span-2">
        <li>
          It reads words, not meaning. A wrong claim in the right vocabulary can earn what it gets wrong.
        </li>
        <li>A good thought in unusual words ends as “not sure”, or is not found at all.</li>
        <li>A denial in words that nobody foresaw can pass as the thing that it denies.</li>
        <li>It does not see that two sentences far apart make one point together.</li>
        <li>
          A stage has few points, so that a single verdict moves its score by a good part: compare ranges and
          not digits.
        </li>
      </ul>
    </div>
  );
}

function Kinds({ title, rows, none }: { title: string; rows: readonly Row[]; none: string }) {
  return (
    <div>
      <h3 className="mb-2 font-medium">{title}</h3>
      {rows.length === 0 ? (
        <p className="text-ink-2">{none}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line text-sm tabular-nums">
          {rows.map(({ quality, marks, grader, answers }) => (
            <li key={quality} className="flex flex-wrap justify-between gap-x-4 py-1.5">
              <span>
                {QUALITY_WORDS[quality]} <span className="text-ink-2">({answers})</span>
              </span>
              <span>
                {percentOf(grader)} <span className="text-ink-2">where markers give {percentOf(marks)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
