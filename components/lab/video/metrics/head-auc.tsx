import { HEAD_LABELS } from "@/components/lab/video/knobs/rank-knobs";
import { Meter } from "@/components/ui/meter";
import { HEAD_NAMES } from "@/lib/pipeline/video/names";
import type { OfflineMetrics } from "@/lib/pipeline/video/trace";

/** How well each head of the ranker orders held-out impressions; the bar starts at chance. */
export function HeadAuc({ metrics }: { metrics: OfflineMetrics }) {
  return (
    <section aria-label="AUC of the heads" className="min-w-0 text-sm">
      <h3 className="mb-2 font-medium">AUC of each head on held-out impressions</h3>
      <dl className="grid max-w-md grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1">
        {HEAD_NAMES.map((head) => {
          const auc = metrics.headAuc[head];
          return (
            <div key={head} className="contents">
              <dt>{HEAD_LABELS[head]}</dt>
              <dd className="m-0">
                {auc !== undefined && (
                  <Meter
                    label={`AUC of ${HEAD_LABELS[head].toLowerCase()}`}
                    value={Math.max(0, auc - 0.5)}
                    max={0.5}
                    valueText={auc.toFixed(3)}
                    className="h-1.5"
                  />
                )}
              </dd>
              <dd className="m-0 text-right tabular-nums">{auc?.toFixed(3) ?? "too few of both kinds"}</dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-2 text-xs text-ink-2">
        1 is a perfect order, 0.5 is chance, where the bars begin. For the watched share: at least half of the
        video or not.
      </p>
    </section>
  );
}
