"use client";

import { useState } from "react";
import { formatMany } from "@/components/lab/format";
import { QueryBox } from "@/components/lab/search/query/query-box";
import { Understood } from "@/components/lab/search/query/understood";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { SLICE_HINTS } from "@/components/lab/search/search-words";
import { Badge } from "@/components/ui/badge";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { QUERY_SLICES, type QuerySlice } from "@/lib/pipeline/product-search/names";

/** What is searched: the box, whether the world knows such a query, and what it was understood as. */
export function QueryPanel({ lab, view }: { lab: SearchLabStore; view: SearchLabView }) {
  const [slice, setSlice] = useState<QuerySlice | null>(null);
  const { trace } = view;
  return (
    <section aria-labelledby="query-heading" className="rounded-lg border border-line bg-raised p-3.5">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="query-heading" className="font-semibold">
          The query
        </h2>
        <Field label="Suggest from" className="grid-cols-[auto_auto] items-center gap-2">
          {(control) => (
            <Select
              {...control}
              className="h-8! w-auto!"
              value={slice ?? "all"}
              onChange={(event) => setSlice(QUERY_SLICES.find((name) => name === event.target.value) ?? null)}
            >
              <option value="all">all queries</option>
              {QUERY_SLICES.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <QueryBox lab={lab} text={view.text} slice={slice} />
      <QueryFacts trace={trace} />
      <Understood understanding={trace.understanding} />
    </section>
  );
}

/** Whose query this is, as the log knows it. */
function QueryFacts({ trace: { query } }: Pick<SearchLabView, "trace">) {
  if (!query)
    return (
      <p className="mt-2 text-sm text-ink-2">
        A text of your own: nobody in this world asked it, so it has no true grades.
      </p>
    );
  return (
    <p className="mt-2 text-sm text-ink-2 tabular-nums">
      <Badge>{query.slice}</Badge> {SLICE_HINTS[query.slice]};{" "}
      {formatMany(query.searches, "search", "searches")} in the log.{" "}
      {query.isHeldOut ? "Held out: no model has learnt from it." : "Models have learnt from it."}
    </p>
  );
}
