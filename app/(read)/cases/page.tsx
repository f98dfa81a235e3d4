import type { Metadata } from "next";
import Link from "next/link";
import { caseFacts } from "@/components/content/case-facts";
import { PageHeader } from "@/components/layout/page-shell";
import { ContinueReading } from "@/components/reading/continue-reading";
import { ReadShare } from "@/components/reading/read-share";
import { listCases } from "@/lib/content/load";
import { readableCases } from "@/lib/content/readable-pages";

export const metadata: Metadata = {
  title: "Cases",
  description:
    "Design problems to be interviewed on: a vague prompt, an interviewer who knows more, a rubric with receipts, a pipeline that runs.",
};

export default function CasesPage() {
  return (
    <>
      <PageHeader
        title="Cases"
        lead="Each case is a prompt, vague on purpose, and an interviewer who knows more than the prompt says. Try it before you read its solution: recall that failed teaches more than reading that succeeded."
      />
      <ContinueReading pages={readableCases()} />
      <ul className="max-w-3xl divide-y divide-line border-y border-line">
        {listCases().map(({ slug, meta, rubric, interviewer }) => (
          <li key={slug} className="py-6">
            <h2 className="text-xl font-semibold">
              <Link href={`/cases/${slug}`}>{meta.title}</Link>
            </h2>
            <p className="mt-1.5">{meta.summary}</p>
            <p className="mt-1.5 text-sm text-ink-2">
              {caseFacts({ meta, rubric, interviewer }).join(" · ")} <ReadShare path={`/cases/${slug}`} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
