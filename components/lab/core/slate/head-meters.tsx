import { formatShare } from "@/components/lab/format";
import { Meter } from "@/components/ui/meter";

type HeadMetersProps<Head extends string> = {
  heads: Readonly<Record<Head, number>>;
  labels: Readonly<Record<Head, string>>;
  /** A head that counts against the item. */
  bad?: Head;
  format?: (value: number) => string;
};

/** What a ranker predicts for one item, a bar for each head. */
export function HeadMeters<Head extends string>(props: HeadMetersProps<Head>) {
  const { heads, labels, bad, format = formatShare } = props;
  return (
    <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1">
      {(Object.keys(labels) as Head[]).map((head) => (
        <div key={head} className="contents">
          <span>{labels[head]}</span>
          <Meter
            label={labels[head]}
            value={heads[head]}
            valueText={format(heads[head])}
            tone={head === bad ? "bad" : "accent"}
            className="h-1.5"
          />
          <span className="text-right tabular-nums">{format(heads[head])}</span>
        </div>
      ))}
    </div>
  );
}
