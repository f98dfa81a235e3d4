import type { SearchStore } from "@/components/lab/data/search/search-store";
import {
  nameStage,
  type SearchView,
  STAGE_WORDS,
  STAGES,
  type StageName,
} from "@/components/lab/data/search/search-view";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { Badge } from "@/components/ui/badge";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { CollectionFound } from "@/lib/pipeline/workers/calls/search-calls";

type Found = NonNullable<SearchView["found"]>;
type Hit = CollectionFound["hits"][number];
const LISTED = 10;

/** Where the other stages have this hit. */
const describeRanks = ({ ranks }: Hit, stage: StageName) =>
  STAGES.filter((other) => other !== stage)
    .map((other) => `${STAGE_WORDS[other]} ${ranks[other] ?? "over 100"}`)
    .join(" · ");

function describeFound({ relevant, milliseconds }: Found, shown: readonly Hit[]): string {
  const time = `${formatMilliseconds(milliseconds)} for all stages`;
  if (relevant === null) return `${time}. Nobody judged this query.`;
  const hits = shown.filter(({ grade }) => (grade ?? 0) > 0).length;
  return `${time}. ${hits === 0 ? "None" : formatCount(hits)} of ${formatCount(relevant)} relevant ${relevant === 1 ? "document" : "documents"} among these.`;
}

/** The ten of one stage; the others by a choice above. */
export function HitList({ store, view, found }: { store: SearchStore; view: SearchView; found: Found }) {
  const { stage, explanation } = view;
  const shown = found.hits
    .filter(({ ranks }) => (ranks[stage] ?? LISTED + 1) <= LISTED)
    .sort((a, b) => (a.ranks[stage] ?? 0) - (b.ranks[stage] ?? 0));
  return (
    <div className="grid min-w-0 content-start gap-3">
      <Field label="List of" className="w-full sm:w-56">
        {(control) => (
          <Select
            {...control}
            value={stage}
            onChange={({ target }) => store.setStage(target.value as StageName)}
          >
            {STAGES.map((one) => (
              <option key={one} value={one}>
                {view.result ? nameStage(one, view.result) : STAGE_WORDS[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <p className="text-sm text-ink-2">{describeFound(found, shown)}</p>
      {shown.length === 0 && <p className="text-sm">No document has any of these words.</p>}
      <ol className="grid" aria-label={`Hits of ${STAGE_WORDS[stage]}`}>
        {shown.map((hit, index) => (
          <li key={hit.document} className="border-b border-line last:border-0">
            <button
              type="button"
              aria-pressed={explanation?.document === hit.document}
              onClick={() => void store.explain(hit.document)}
              className="flex w-full cursor-pointer gap-3 px-2 py-2 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft"
            >
              <span className="w-5 shrink-0 text-right text-ink-2 tabular-nums">{index + 1}</span>
              <span className="min-w-0">
                <span className="font-medium break-words">{hit.title || `document ${hit.id}`}</span>{" "}
                {(hit.grade ?? 0) > 0 && <Badge tone="good">relevant</Badge>}
                <span className="mt-0.5 line-clamp-2 text-ink-2">{hit.text}</span>
                <span className="mt-0.5 block text-xs text-ink-2 tabular-nums">
                  {describeRanks(hit, stage)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
