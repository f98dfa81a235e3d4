/// <reference types="mdx" />
import type { MDXContent } from "mdx/types";
import type { Metadata } from "next";
import { PrintButton } from "@/components/content/print-button";
import { contentComponents } from "@/components/content/registry";
import "@/components/content/prose.css";
import "@/components/content/sheet.css";
import { PageHeader } from "@/components/layout/page-shell";
import { loadCheatsheet, loadGlossary } from "@/lib/content/load";

export const generateMetadata = (): Metadata => {
  const { title, summary } = loadCheatsheet();
  return { title, description: summary };
};

export default async function CheatsheetPage() {
  const { title, summary } = loadCheatsheet();
  const { default: Sheet }: { default: MDXContent } = await import("@/content/cheatsheet.mdx");
  return (
    <article className="sheet">
      <div className="print:hidden">
        <PageHeader title={title} lead={summary} actions={<PrintButton label="Print both sides" />} />
      </div>
      <Sheet components={contentComponents([], loadGlossary())} />
    </article>
  );
}
