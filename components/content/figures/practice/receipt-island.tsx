"use client";

import { useId, useRef, useState } from "react";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { FigureFrame } from "@/components/content/figures/figure-frame";
import { VerdictBadge } from "@/components/report/verdict-badge";
import { TextArea } from "@/components/ui/inputs";
import { Table } from "@/components/ui/table";
import type { RubricExcerpt } from "@/lib/content/rubric-excerpt";
import { formatWholePercent } from "@/lib/framework/units";
import { GATE_WORDS, VERDICT_WORDS } from "@/lib/grading/report/words";
import type { GradedPoint, GradedSentence } from "./grade-sentence";
import { SENTENCES, type SentenceId } from "./sentences";

const MOST_CHARACTERS = 600;

/** The grader comes into the browser with the first change; it takes a sentence in a few milliseconds. */
function useGrader(excerpt: RubricExcerpt) {
  const grader = useRef<Promise<(sentence: string) => GradedSentence> | null>(null);
  return (sentence: string) => {
    grader.current ??= import("./grade-sentence").then(({ gradeSentence, prepareExcerpt }) => {
      const prepared = prepareExcerpt(excerpt);
      return (text: string) => gradeSentence(prepared, text);
    });
    return grader.current.then((grade) => grade(sentence));
  };
}

type Shown = { text: string; grade: GradedSentence };

export function ReceiptIsland({
  excerpt,
  first,
  caption,
}: {
  excerpt: RubricExcerpt;
  first: GradedSentence;
  caption: string | undefined;
}) {
  const grader = useGrader(excerpt);
  const id = useId();
  const latest = useRef("");
  const [text, setText] = useState<string>(SENTENCES[0].text);
  const [shown, setShown] = useState<Shown>({ text: SENTENCES[0].text, grade: first });
  async function change(next: string) {
    setText(next);
    latest.current = next;
    const grade = await grader(next);
    // A slow first load must not overwrite what was typed since.
    if (latest.current === next) setShown({ text: next, grade });
  }
  const [target] = shown.grade.points;
  const chosen = SENTENCES.find((sentence) => sentence.text === text)?.id ?? null;
  return (
    <FigureFrame
      title="A sentence and its receipts"
      caption={caption}
      onReset={() => change(SENTENCES[0].text)}
      isChanged={text !== SENTENCES[0].text}
      summary={target ? summaryOf(target, shown.grade) : ""}
      controls={
        <div className="grid gap-4 sm:col-span-2">
          <ChoiceField
            legend="Start from"
            value={chosen}
            onChange={(id: SentenceId) =>
              change(SENTENCES.find((sentence) => sentence.id === id)?.text ?? "")
            }
            options={SENTENCES.map((sentence) => ({ value: sentence.id, label: sentence.label }))}
          />
          <div className="grid gap-1 text-sm">
            <label htmlFor={id}>Or write your own, on how you would split the data</label>
            <TextArea
              id={id}
              rows={3}
              maxLength={MOST_CHARACTERS}
              value={text}
              onChange={(event) => change(event.target.value)}
            />
          </div>
        </div>
      }
    >
      <blockquote className="m-0 border-l-2 border-line-strong pl-4 text-[0.9375rem] leading-relaxed">
        {shown.grade.pieces.map((piece) =>
          piece.pointIds.length > 0 ? (
            <mark key={piece.start} className="bg-accent-soft text-ink">
              {piece.text}
            </mark>
          ) : (
            <span key={piece.start}>{piece.text}</span>
          ),
        )}
      </blockquote>
      <Table
        caption="Five points of the video case's data stage, as the report would show them"
        dense
        rows={shown.grade.points}
        rowKey={(point) => point.id}
        columns={[
          { key: "point", header: "Point", rowHeader: true, cell: (point) => point.text },
          { key: "verdict", header: "Verdict", cell: (point) => <VerdictCell point={point} /> },
          {
            key: "credit",
            header: "Credit",
            numeric: true,
            cell: (point) => formatWholePercent(point.credit),
          },
        ]}
      />
    </FigureFrame>
  );
}

function VerdictCell({ point }: { point: GradedPoint }) {
  return (
    <>
      <VerdictBadge verdict={point.verdict} />
      {point.verdict !== "missing" && point.gate && (
        <span className="block text-xs text-ink-2">{GATE_WORDS[point.gate]}</span>
      )}
    </>
  );
}

function summaryOf(target: GradedPoint, { flags }: GradedSentence): string {
  const verdict = `The time split: ${VERDICT_WORDS[target.verdict]}, a credit of ${formatWholePercent(target.credit)}.`;
  const remark = target.feedback ?? (target.verdict === "missing" ? flags[0] : undefined);
  return remark ? `${verdict} ${remark}` : verdict;
}
