"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { draftMarkdown } from "@/lib/interview/draft-markdown";
import { useInterview } from "../interview-context";

/** Saves everything as a Markdown file, with words the server did not take at the end. */
export function DownloadDraft() {
  const { store, loaded } = useInterview();
  function download() {
    const { state, refused } = store.getSnapshot();
    const lost = refused.flatMap((event) => ("insert" in event && event.insert ? [event.insert] : []));
    const text =
      draftMarkdown(state, loaded.caseTitle) +
      (lost.length > 0 ? `\n## Not saved\n\n${lost.join("\n")}\n` : "");
    const url = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `${state.setup?.caseSlug ?? "interview"}-draft.md`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
  return (
    <Button size="small" variant="quiet" icon={<Download size={15} aria-hidden />} onClick={download}>
      Download draft
    </Button>
  );
}
