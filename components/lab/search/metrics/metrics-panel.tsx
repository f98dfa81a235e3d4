"use client";

import { useState } from "react";
import { Study } from "@/components/lab/core/study/study";
import { formatCount } from "@/components/lab/format";
import { MetricsView } from "@/components/lab/search/metrics/metrics-view";
import { describeGain } from "@/components/lab/search/metrics/metrics-words";
import { QueryCountField } from "@/components/lab/search/metrics/query-count-field";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";

/** True quality of every stage on held-out queries, slice by slice: as shipped, and with the knobs of the moment. */
export function MetricsPanel({ lab, view }: { lab: SearchLabStore; view: SearchLabView }) {
  const { card, state } = view;
  const { queries } = state.study;
  const [isMeasured, setMeasured] = useState(false);
  const { knobs, open: _, text: __, study: ___, ...models } = state;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Study
        title="Metrics per slice"
        about="Every stage’s list is judged by the true grades of queries that no model has learnt from. Head queries are few and asked often, tail queries many and asked seldom; “other words” are those that name the product by another word than the commonest, where words in common do not help."
        controls={<QueryCountField value={queries} onChange={(count) => lab.setStudy({ queries: count })} />}
        action="Measure with these knobs"
        activity="Measuring on held-out queries"
        settings={{ knobs, queries, models }}
        run={async (options) => {
          const metrics = await lab.ask("search-metrics", { queries, knobs }, options);
          setMeasured(true);
          return metrics;
        }}
        finding={describeGain}
      >
        {(metrics) => (
          <MetricsView
            metrics={metrics}
            caption={`Measured here: ${formatCount(metrics.queries)} queries, mean and 95 % interval`}
          />
        )}
      </Study>
      <section aria-label="As shipped" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div>
          <h3 className="font-semibold">
            {isMeasured ? "As shipped, for comparison" : "As shipped"}: {formatCount(card.world.products)}{" "}
            products
          </h3>
          <p className="mt-1 max-w-3xl text-sm text-ink-2">{describeGain(card.metrics)}</p>
        </div>
        <MetricsView
          metrics={card.metrics}
          caption={`As shipped: ${formatCount(card.metrics.queries)} queries, mean and 95 % interval`}
        />
      </section>
    </div>
  );
}
