import { Markdown } from "@/components/content/markdown";
import { Prose } from "@/components/content/prose";
import { Disclosure } from "@/components/ui/disclosure";
import type { Answer } from "@/lib/content/parse";
import { LEVELS, type Level, STAGE_INFO, STAGES } from "@/lib/framework/stages";

const LEVEL_NAMES: Record<Level, string> = { mid: "Mid", senior: "Senior", staff: "Staff" };

/** What a candidate of each level would have written, stage by stage. */
export function ModelAnswers({ answers }: { answers: readonly Answer[] }) {
  return (
    <section aria-labelledby="model-answers" className="mt-16 border-t border-line pt-8">
      <h2 id="model-answers" className="text-xl font-semibold">
        Model answers by level
      </h2>
      <p className="mt-2 max-w-2xl text-ink-2">
        Written as in a round, not as in a textbook: short, with the numbers said aloud.
      </p>
      <div className="mt-4 space-y-3">
        {LEVELS.map((level) => (
          <LevelAnswers key={level} level={level} answers={answers} />
        ))}
      </div>
    </section>
  );
}

function LevelAnswers({ level, answers }: { level: Level; answers: readonly Answer[] }) {
  return answers.map(({ name, frontmatter, stages }) => {
    if (frontmatter.kind !== "model" || frontmatter.level !== level) return null;
    return (
      <Disclosure key={name} summary={`${LEVEL_NAMES[level]}, ${frontmatter.minutes} min`}>
        <p className="mb-6 max-w-2xl text-sm text-ink-2">{frontmatter.note}</p>
        {STAGES.filter((stage) => stages[stage]).map((stage) => (
          <section key={stage} id={`answer-${level}-${stage}`} className="mb-8 scroll-mt-24">
            <h3 className="mb-2 font-semibold">{STAGE_INFO[stage].title}</h3>
            <Prose>
              <Markdown text={stages[stage] ?? ""} />
            </Prose>
          </section>
        ))}
      </Disclosure>
    );
  });
}
