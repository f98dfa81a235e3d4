import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-shell";
import { ReadingView } from "@/components/reading/reading-view";
import { readablePages } from "@/lib/content/readable-pages";

export const metadata: Metadata = {
  title: "Your reading",
  description: "How far you have read, what you bookmarked, and the passages you marked, with your notes.",
};

export default function ReadingPage() {
  return (
    <>
      <PageHeader
        title="Your reading"
        lead="How far you are in each text, the headings you want to find again, and the passages you marked."
      />
      <noscript>
        <p className="mb-6">
          Your place and your marks are kept by this browser, which needs JavaScript for it.
        </p>
      </noscript>
      <ReadingView pages={readablePages()} />
    </>
  );
}
