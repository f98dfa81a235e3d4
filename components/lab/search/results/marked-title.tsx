import { markTitle } from "@/lib/pipeline/product-search/mark-title";
import type { Hit } from "@/lib/pipeline/product-search/trace";

/** The title with the words that the search matched underlined. */
export function MarkedTitle({ hit: { card, terms } }: { hit: Pick<Hit, "card" | "terms"> }) {
  const matched = terms.filter(({ field }) => field === "title").map(({ term }) => term);
  return (
    <>
      {markTitle(card.title, matched).map(({ text, isMatch }, index) =>
        isMatch ? (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one title, in its order.
            key={index}
            className="bg-transparent font-semibold text-inherit underline decoration-accent decoration-2 underline-offset-2"
          >
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </>
  );
}
