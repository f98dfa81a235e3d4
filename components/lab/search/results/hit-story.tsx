import type { ReactNode } from "react";
import { overtaken } from "@/components/lab/core/slate/explain-item";
import { ItemWay } from "@/components/lab/core/slate/item-way";
import { reasonWords } from "@/components/lab/core/words";
import { GradeMark } from "@/components/lab/search/results/grade-mark";
import { describeFusion, describeScore } from "@/components/lab/search/results/hit-words";
import { describeProduct } from "@/components/lab/search/results/product-words";
import { FeatureParts, TermParts } from "@/components/lab/search/results/score-parts";
import { GRADE_WORDS, SEARCH_WORDS } from "@/components/lab/search/search-words";
import type { Hit, SearchTrace } from "@/lib/pipeline/product-search/trace";

/** Why a product is here: words, vectors, features, what moved it, whom it overtook. */
export function HitStory({ hit, trace }: { hit: Hit; trace: SearchTrace }) {
  return (
    <dl className="grid gap-3 text-sm [&_dd]:m-0 [&_dt]:text-xs [&_dt]:font-medium [&_dt]:text-ink-2">
      <Part name="The product">
        {describeProduct(hit.card)}
        {hit.grade !== null && (
          <span className="flex items-baseline gap-1.5">
            True grade <GradeMark grade={hit.grade} /> {GRADE_WORDS[hit.grade]}
          </span>
        )}
      </Part>
      <Part name={`Matched words, and what each adds to a BM25 score of ${hit.bm25.toFixed(2)}`}>
        <TermParts hit={hit} />
      </Part>
      <Part name="Who brought it">{describeFusion(hit, trace)}</Part>
      {hit.features.length > 0 && (
        <Part name={`What the ranker read, and what each adds to a score of ${describeScore(hit)}`}>
          <FeatureParts hit={hit} />
        </Part>
      )}
      <Part name="Its way through the funnel, by its place">
        <ItemWay
          item={hit}
          places={[
            ["when fused", hit.position.merged],
            ["by the ranker", hit.position.ranked],
            ["after the rules", hit.position.ruled],
            ["on the page", hit.position.slate],
          ]}
          words={SEARCH_WORDS}
        />
      </Part>
      <Overtaken hit={hit} trace={trace} />
    </dl>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="mb-0.5">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const SHOWN = 3;

/** Why its neighbours left. */
function Overtaken({ hit, trace }: { hit: Hit; trace: SearchTrace }) {
  const passed = overtaken(trace, hit);
  if (passed.length === 0) return null;
  return (
    <Part name="Ranked above it, and not here">
      {passed.slice(0, SHOWN).map((other) => (
        <span key={other.card.item} className="block">
          {other.position.ranked}. {other.card.title}
          {other.left && (
            <span className="text-ink-2"> ({reasonWords(SEARCH_WORDS, other.left.reason)})</span>
          )}
        </span>
      ))}
      {passed.length > SHOWN && <span className="text-ink-2">and {passed.length - SHOWN} more</span>}
    </Part>
  );
}
