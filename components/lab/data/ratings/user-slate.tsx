import { formatCount } from "@/components/lab/format";
import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { RatingsSlate } from "@/lib/pipeline/workers/calls/ratings-calls";

type Named = { readonly id: string; readonly title: string | null };
const nameOf = ({ id, title }: Named) => title ?? `item ${id}`;

function describeHits({ slate, heldOutCount }: RatingsSlate): string {
  const hits = slate.filter(({ isHeldOut }) => isHeldOut).length;
  if (heldOutCount === 0) return "None of this user's ratings were held out.";
  const held = heldOutCount === 1 ? "1 rating was" : `${formatCount(heldOutCount)} ratings were`;
  return `${held} held out; ${hits === 0 ? "none" : hits} of them among these ten.`;
}

/** What one user rated, and the ten recommended to them, each with what speaks for it. */
export function UserSlate({ slate }: { slate: RatingsSlate }) {
  const isNew = slate.historyCount === 0;
  return (
    <div className="grid min-w-0 gap-6 xl:grid-cols-2">
      <div className="grid min-w-0 content-start gap-2">
        <h3 className="font-medium">Ten for user {slate.user}</h3>
        <p className="text-sm text-ink-2">
          {isNew && "Nothing is known of this user in training, so these are what is popular. "}
          {describeHits(slate)}
        </p>
        <ol className="grid">
          {slate.slate.map((item, index) => (
            <li key={item.id} className="flex gap-3 border-b border-line py-2 text-sm last:border-0">
              <span className="w-5 shrink-0 text-right text-ink-2 tabular-nums">{index + 1}</span>
              <div className="min-w-0">
                <p className="font-medium break-words">
                  {nameOf(item)} {item.isHeldOut && <Badge tone="good">held out: they did rate it</Badge>}
                </p>
                <p className="text-xs text-ink-2">
                  {item.because.length > 0 && `because of ${item.because.map(nameOf).join(" and ")}; `}
                  place {item.retrievedAt} in the first stage, {formatCount(item.ratedBy)} ratings in training
                </p>
              </div>
            </li>
          ))}
        </ol>
      </div>
      {!isNew && <History slate={slate} />}
    </div>
  );
}

function History({ slate }: { slate: RatingsSlate }) {
  const shown = slate.history.length;
  const hasRatings = slate.history.some(({ rating }) => rating !== slate.history[0]?.rating);
  return (
    <div className="min-w-0">
      <h3 className="font-medium">What they rated</h3>
      <div className="mt-2 max-h-[30rem] overflow-y-auto">
        <Table
          dense
          caption={`${formatCount(slate.historyCount)} ratings in training, latest first${shown < slate.historyCount ? `, ${shown} shown` : ""}`}
          columns={[
            { key: "item", header: "Item", rowHeader: true, cell: nameOf },
            ...(hasRatings
              ? [
                  {
                    key: "rating",
                    header: "Rating",
                    numeric: true,
                    cell: ({ rating }: RatingsSlate["history"][number]) =>
                      String(Number(rating.toPrecision(6))),
                  },
                ]
              : []),
          ]}
          rows={slate.history}
          rowKey={({ id }) => id}
        />
      </div>
    </div>
  );
}
