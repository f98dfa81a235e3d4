import { Disclosure } from "@/components/ui/disclosure";
import type { GraderCard } from "@/lib/grading/report-card/schema";
import { JudgeTable, LengthTable, OtherRowsTable } from "./agreement-tables";
import { AttackTable, ShortAttackTable } from "./attack-table";
import { CardSection } from "./card-section";
import { Labels } from "./labels";
import { Limits } from "./limits";
import { MissList } from "./miss-list";
import { OwnFile } from "./own-file";
import { Provenance } from "./provenance";
import { QualityChart } from "./quality-chart";
import { ScoreScatter } from "./score-scatter";
import { ShortAnswerTables } from "./short-answer-table";
import { Summary } from "./summary";
import { Sureness } from "./sureness";
import type { CaseTitles } from "./words";

type Props = { card: GraderCard; titles: CaseTitles };

/** The whole card, rendered on the server. */
export function CardView({ card, titles }: Props) {
  return (
    <>
      <Summary card={card} />
      <CardSection
        id="agreement"
        title="Agreement with the markers"
        lead={
          <p>
            Over whole answers: correlation and quadratic-weighted kappa. Over single points: F1, the gap
            between credit and mark, and what is right among the points it credits. Length and shared words
            are each a rising curve fitted on tuning answers.
          </p>
        }
      >
        <JudgeTable scope={card.test.together} />
        <LengthTable card={card} titles={titles} />
        <OtherRowsTable card={card} titles={titles} />
      </CardSection>
      <CardSection
        id="sureness"
        title="How sure it may be"
        lead={<p>A credit is the chance that a marker would give the point. On the dashed line it is.</p>}
      >
        <Sureness card={card} />
      </CardSection>
      <CardSection id="scores" title="Score against marks" lead={<p>Every test answer, stage by stage.</p>}>
        <ScoreScatter scores={card.scores} titles={titles} />
      </CardSection>
      <CardSection
        id="kinds"
        title="Kinds of answers"
        lead={
          <p>Mean scores by how an answer was meant when it was written. The bar is what lies between.</p>
        }
      >
        <QualityChart rows={card.byQuality} />
      </CardSection>
      <CardSection
        id="bad-at"
        title="What it is bad at"
        lead={
          <p>Kinds of answers whose mean score lies furthest from the markers’, and what no figure shows.</p>
        }
      >
        <Limits rows={card.byQuality} />
      </CardSection>
      <Attacks card={card} titles={titles} />
      <Misses card={card} titles={titles} />
      <CardSection
        id="short-answers"
        title="Short answers without a rubric"
        lead={
          <p>
            The same reading of words, on any question with reference answers: what{" "}
            <code className="font-mono text-sm">bench grade</code> runs. These answers too were written and
            marked for this project.
          </p>
        }
      >
        <ShortAnswerTables shortAnswers={card.shortAnswers} />
        <div className="mt-8">
          <ShortAttackTable outcomes={card.attacks.shortAnswers} />
        </div>
      </CardSection>
      <CardSection id="labels" title="What the answers are, and cannot show">
        <Labels />
      </CardSection>
      <CardSection
        id="own-file"
        title="Try it on your own file"
        lead={<p>The grader is part of Shortlist and needs no key. In a copy of the repository:</p>}
      >
        <OwnFile />
      </CardSection>
      <CardSection id="provenance" title="When and how it was measured">
        <Provenance card={card} />
      </CardSection>
    </>
  );
}

const Attacks = ({ card, titles }: Props) => (
  <CardSection
    id="attacks"
    title="What attacks earn"
    lead={
      <p>
        Ways to collect credit without explaining anything, made by rules from sentences that do explain.
        “Exemplars” are the rubric’s own sentences. Some kinds are there to see what happens when no gate was
        written for them.
      </p>
    }
  >
    <AttackTable card={card} titles={titles} />
  </CardSection>
);

const Misses = ({ card, titles }: Props) => (
  <CardSection
    id="misses"
    title="The worst misses"
    lead={<p>The largest errors among all test answers, at most one an answer, as the grader left them.</p>}
  >
    <Disclosure summary="Show the answers; they give away points of the cases">
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 className="mb-3 font-medium">Credit for what the markers did not find</h3>
          <MissList misses={card.misses.falseCredits} titles={titles} />
        </div>
        <div className="min-w-0">
          <h3 className="mb-3 font-medium">No credit for what they did find</h3>
          <MissList misses={card.misses.missedCredits} titles={titles} />
        </div>
      </div>
    </Disclosure>
  </CardSection>
);
