/**
 * The MDX vocabulary as components. Typed against VOCABULARY: a name without a component does not compile. Props are
 * validated once more when a page is rendered, which is at build time.
 */
import { createElement, type ReactNode } from "react";
import { Callout } from "@/components/content/callout";
import { Cite } from "@/components/content/cite";
import { Pitfall } from "@/components/content/pitfall";
import { SourceList } from "@/components/content/source-list";
import { TryLab } from "@/components/content/try-lab";
import type { CitedSource } from "@/lib/content/citations";
import { VOCABULARY, type VocabularyName, type VocabularyProps } from "@/lib/content/vocabulary";

type Rendered<Name extends VocabularyName> = (
  props: VocabularyProps<Name> & { children?: ReactNode },
) => ReactNode;
export type ContentComponents = { [Name in VocabularyName]: Rendered<Name> };

/** Components for one page; `cited` are the sources that its text cites. */
export function contentComponents(cited: readonly CitedSource[]): Partial<ContentComponents> {
  const missing = Object.fromEntries(
    Object.keys(VOCABULARY).map((n) => [
      n,
      () => <div className="prose-figure border border-line p-8">{n}</div>,
    ]),
  );
  return {
    ...missing,
    Callout: checked("Callout", Callout),
    Pitfall: checked("Pitfall", Pitfall),
    TryLab: checked("TryLab", TryLab),
    Cite: checked("Cite", ({ id }) => {
      const source = cited.find((found) => found.id === id);
      return source ? <Cite source={source} /> : null;
    }),
    Sources: checked("Sources", () => <SourceList sources={cited} />),
  };
}

function checked<Name extends VocabularyName>(name: Name, render: Rendered<Name>): Rendered<Name> {
  const isFigure = name.endsWith("Figure");
  return function CheckedComponent(props) {
    const { children: _, ...own } = props;
    const parsed = VOCABULARY[name].safeParse(own);
    if (!parsed.success) throw new Error(`<${name}> has invalid props: ${parsed.error.message}`);
    const element = createElement(render as (props: object) => ReactNode, props);
    return isFigure ? <div className="prose-figure">{element}</div> : element;
  };
}
