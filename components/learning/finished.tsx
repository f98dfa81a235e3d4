import { LinkButton } from "@/components/ui/link-button";
import { formatWithNoun } from "@/lib/framework/units";

type Props = {
  doneToday: number;
  dueTomorrow: number;
  newHeldBack: number;
  /** Address of the same review with ten more new cards. */
  moreHref: string;
  /** What was reviewed, when it was a part: the title of a deck. */
  part: string | null;
};

/** Nothing is left for today: what was done, what tomorrow brings, and how to go on. */
export function Finished({ doneToday, dueTomorrow, newHeldBack, moreHref, part }: Props) {
  return (
    <section
      aria-labelledby="finished"
      className="grid gap-4 rounded-lg border border-line-strong/60 bg-raised p-5 sm:p-8"
    >
      <h2 id="finished" className="text-xl font-semibold">
        {part ? `Nothing more today from ${part}` : "Done for today"}
      </h2>
      <p className="tabular-nums">
        {doneToday === 0 ? "Nothing was due." : `${formatWithNoun(doneToday, "review")} today.`}{" "}
        {dueTomorrow === 0 ? "Nothing is due tomorrow." : `${formatWithNoun(dueTomorrow, "card")} tomorrow.`}
      </p>
      {newHeldBack > 0 && (
        <p className="text-sm text-ink-2">
          {formatWithNoun(newHeldBack, "new card")} {newHeldBack === 1 ? "waits" : "wait"} behind today’s
          limit.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {newHeldBack > 0 && (
          <LinkButton href={moreHref}>Take {Math.min(10, newHeldBack)} more now</LinkButton>
        )}
      </div>
    </section>
  );
}
