import type { Metadata } from "next";
import { precomputedSearchStart } from "@/components/lab/search/precomputed";
import { SearchLab } from "@/components/lab/search/search-lab";
import { PageHeader, PageShell } from "@/components/layout/page-shell";
import { evidenceActions } from "../evidence-actions";

export const metadata: Metadata = {
  title: "Search lab",
  description:
    "Query understanding, BM25 and a two-tower, fusion, learning to rank and re-ranking over a shop of 200,000 products, run and trained in your browser.",
};

export default function SearchLabPage() {
  const start = precomputedSearchStart();
  return (
    <PageShell className="sm:pt-6! [&>header]:mb-4">
      <PageHeader
        eyebrow="Lab"
        title="Product search, running"
        lead={`${start.trace.products.toLocaleString("en")} products go in, ten come out. Type a query, change a knob, and see which, and why.`}
      />
      <SearchLab start={start} evidence={evidenceActions} />
    </PageShell>
  );
}
