"use client";

import { useId } from "react";
import { Study } from "@/components/lab/core/study/study";
import { SeedField } from "@/components/lab/core/training/seed-field";
import { formatCount } from "@/components/lab/format";
import { InterleaveView } from "@/components/lab/search/interleave/interleave-view";
import { describeInterleaving } from "@/components/lab/search/interleave/interleave-words";
import { LabelsField, RankerField } from "@/components/lab/search/knobs/ranker-fields";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { describeRanker } from "@/components/lab/search/search-words";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { SEARCH_RANKERS } from "@/lib/pipeline/product-search/names";

const PAGES = [1_000, 4_000, 20_000, 50_000];

/** Two rankers in one list before the same shoppers: the present knobs against another ranker or other labels. */
export function InterleavePanel({ lab, view: { state } }: { lab: SearchLabStore; view: SearchLabView }) {
  const id = useId();
  const { knobs, study, training, model, products } = state;
  const { against, impressions, seed } = study;
  const pages = PAGES.includes(impressions) ? PAGES : [impressions, ...PAGES].sort((a, b) => a - b);
  const right = { ...knobs, ...against };
  return (
    <Study
      title="Interleaving of two rankers"
      about={
        <>
          Team-draft interleaving: two rankings pick in turns, a coin says who begins each round, and each
          click counts for the team that picked the product. Present knobs:{" "}
          {describeRanker(knobs.ranker, knobs.labels)}. All other knobs are the same for both.
        </>
      }
      controls={
        <>
          <RankerField
            label="Against"
            className="w-52"
            rankers={SEARCH_RANKERS}
            value={against.ranker}
            onChange={(ranker) => lab.setStudy({ against: { ...against, ranker } })}
          />
          <LabelsField
            label="Which learnt from"
            className="w-52"
            value={against.labels}
            disabled={against.ranker === "bm25"}
            onChange={(labels) => lab.setStudy({ against: { ...against, labels } })}
          />
          <Field label="Pages" className="w-28">
            {(control) => (
              <Select
                {...control}
                value={impressions}
                onChange={(event) => lab.setStudy({ impressions: Number(event.target.value) })}
              >
                {pages.map((count) => (
                  <option key={count} value={count}>
                    {formatCount(count)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <SeedField
            id={`${id}-seed`}
            label="Shoppers’ seed"
            value={seed}
            onChange={(value) => lab.setStudy({ seed: value })}
          />
        </>
      }
      action="Show both to shoppers"
      activity="Showing both to shoppers"
      settings={{ knobs, right, impressions, seed, training, model, products }}
      run={(options) => lab.ask("search-interleave", { left: knobs, right, impressions, seed }, options)}
      finding={describeInterleaving}
    >
      {(result) => <InterleaveView result={result} />}
    </Study>
  );
}
