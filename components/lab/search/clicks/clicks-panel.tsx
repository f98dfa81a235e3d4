"use client";

import { Study } from "@/components/lab/core/study/study";
import { ClicksFigures } from "@/components/lab/search/clicks/clicks-figures";
import { describeClicks } from "@/components/lab/search/clicks/clicks-words";
import { PositionBias } from "@/components/lab/search/clicks/position-bias";
import { RankerField } from "@/components/lab/search/knobs/ranker-fields";
import { QueryCountField } from "@/components/lab/search/metrics/query-count-field";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { LEARNT_RANKERS } from "@/lib/pipeline/product-search/names";

/** What a click says about relevance: where people look, what a ranker learns from that, and what it costs. */
export function ClicksPanel({ lab, view: { state, card } }: { lab: SearchLabStore; view: SearchLabView }) {
  const { ranker, queries } = state.study;
  const { seed, products, clickModel, model, training } = state;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Study
        title="Clicks against grades"
        about="People click what they see, and they see the top of the page. The same ranker learns from grades, from clicks, and from clicks weighted by the inverse chance of being seen; the truth, which none of them saw, judges."
        controls={
          <>
            <RankerField
              label="Ranker"
              className="w-52"
              rankers={LEARNT_RANKERS}
              value={ranker}
              onChange={(chosen) => lab.setStudy({ ranker: chosen })}
            />
            <QueryCountField value={queries} onChange={(count) => lab.setStudy({ queries: count })} />
          </>
        }
        action="Compare clicks with grades"
        activity="Comparing clicks with grades"
        settings={{ ranker, queries, seed, products, clickModel, model, training }}
        run={(options) => lab.ask("search-study-clicks", { ranker, queries }, options)}
        finding={describeClicks}
      >
        {(study) => <ClicksFigures study={study} />}
      </Study>
      <section aria-label="Position bias" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div className="max-w-3xl">
          <h3 className="font-semibold">Position bias</h3>
          <p className="mt-1 text-sm text-ink-2">
            The log swaps neighbours of a page by a coin flip now and then. How much a product gains by
            standing one place higher tells how much more that place is seen, whatever the product. As
            measured for the shipped models.
          </p>
        </div>
        <div className="max-w-2xl">
          <PositionBias propensities={card.labels.propensities} />
        </div>
      </section>
    </div>
  );
}
