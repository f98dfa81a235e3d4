"use client";

import { Study } from "@/components/lab/core/study/study";
import { RankerField } from "@/components/lab/search/knobs/ranker-fields";
import { LabelsView } from "@/components/lab/search/labels/labels-view";
import { describeLabels } from "@/components/lab/search/labels/labels-words";
import { QueryCountField } from "@/components/lab/search/metrics/query-count-field";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { RANKER_LABELS } from "@/components/lab/search/search-words";
import { Slider } from "@/components/ui/slider";
import { LEARNT_RANKERS } from "@/lib/pipeline/product-search/names";

/** Grades, clicks and weighted clicks over several seeds: as shipped, and on demand with the settings chosen. */
export function LabelsPanel({ lab, view: { state, card } }: { lab: SearchLabStore; view: SearchLabView }) {
  const { ranker, seeds, queries } = state.study;
  const { seed, products, clickModel, training } = state;
  const { epochs } = training;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Study
        title="Labels compared over seeds"
        about="The same ranker learns from judges’ grades, from clicks as they are, and from clicks weighted by the inverse chance that their place is seen (inverse propensity scoring), on one new log a seed. Under the cascade no such chance exists, and the weights assume one all the same: choose it in Catalogue and log to see what that costs."
        controls={
          <>
            <RankerField
              label="Ranker"
              className="w-52"
              rankers={LEARNT_RANKERS}
              value={ranker}
              onChange={(chosen) => lab.setStudy({ ranker: chosen })}
            />
            <Slider
              label="Seeds"
              className="w-36"
              min={2}
              max={10}
              value={seeds}
              onChange={(count) => lab.setStudy({ seeds: count })}
            />
            <QueryCountField value={queries} onChange={(count) => lab.setStudy({ queries: count })} />
          </>
        }
        action="Train on each"
        activity="Training on each kind of labels"
        settings={{ ranker, seeds, queries, epochs, seed, products, clickModel }}
        run={(options) =>
          lab.ask("search-compare-labels", { ranker, seeds, queries, epochs, clickModel }, options)
        }
        finding={describeLabels}
      >
        {(comparison) => <LabelsView comparison={comparison} />}
      </Study>
      <section aria-label="As shipped" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <h3 className="font-semibold">As shipped: {RANKER_LABELS[card.labels.ranker]}</h3>
        <LabelsView comparison={card.labels} />
      </section>
    </div>
  );
}
