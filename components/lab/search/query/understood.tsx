import { ArrowRight } from "lucide-react";
import {
  describeCategories,
  describeToken,
  INTENT_LABELS,
  ROLE_LABELS,
  readWords,
  synonymsOf,
} from "@/components/lab/search/query/understood-words";
import { Badge } from "@/components/ui/badge";
import type { QueryToken, Understanding } from "@/lib/pipeline/product-search/trace";

/** What the query was understood as: each word, what it became, and what was recognised. */
export function Understood({ understanding }: { understanding: Understanding }) {
  const { brand, type, attributes, intent } = understanding;
  const words = readWords(understanding);
  const recognised = [
    type && (["Type", type] as const),
    brand && (["Brand", brand] as const),
    ...attributes.map(({ name, value }) => [name.charAt(0).toUpperCase() + name.slice(1), value] as const),
  ].filter((entry) => entry !== null && entry !== "");
  const categories = describeCategories(understanding);
  return (
    <section aria-label="What the query was understood as" className="mt-3 border-t border-line pt-3">
      {words.length === 0 && (
        <p className="text-sm text-ink-2">There is no word to search for in this text.</p>
      )}
      <ul className="flex flex-wrap gap-2">
        {words.map(({ token, corrected }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word can stand twice in a query.
          <li key={index} className="min-w-0 rounded-md border border-line bg-paper px-2.5 py-1.5 text-xs">
            <Word token={token} corrected={corrected} />
          </li>
        ))}
      </ul>
      {words.length > 0 && (
        <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-0.5 text-sm [&_dd]:m-0 [&_dt]:text-ink-2 [&>div]:flex [&>div]:gap-1.5">
          <div>
            <dt>Asks for</dt>
            <dd>{INTENT_LABELS[intent]}</dd>
          </div>
          {recognised.map(([name, value]) => (
            <div key={`${name}-${value}`}>
              <dt>{name}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
          {categories && (
            <div>
              <dt>Clicks go to</dt>
              <dd className="tabular-nums">{categories}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}

function Word({ token, corrected }: { token: QueryToken; corrected: string }) {
  const synonyms = synonymsOf(token);
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm font-medium">
        {token.status === "corrected" ? (
          <>
            <s className="font-normal text-ink-2">{token.word}</s>
            <ArrowRight size={13} aria-hidden className="text-ink-2" />
            <span className="sr-only">corrected to</span>
            {corrected}
          </>
        ) : (
          token.word
        )}
        {token.status === "corrected" && <Badge tone="warn">corrected</Badge>}
        {token.status === "unknown" && <Badge tone="bad">unknown</Badge>}
        {token.role && <Badge tone="accent">{ROLE_LABELS[token.role]}</Badge>}
      </span>
      <span className="block text-ink-2 tabular-nums">{describeToken(token)}</span>
      {synonyms.length > 0 && <span className="block text-ink-2">also: {synonyms.join(", ")}</span>}
    </>
  );
}
