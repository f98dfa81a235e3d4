import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { formatCount } from "@/components/lab/format";
import type { KnobsProps } from "@/components/lab/search/knobs/knobs-props";
import { LabelsField, RankerField } from "@/components/lab/search/knobs/ranker-fields";
import { describeRanker } from "@/components/lab/search/search-words";
import { Checkbox } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import { SEARCH_RANKERS } from "@/lib/pipeline/product-search/names";

/** Which model ranks, and what it has learnt from. */
export function RankKnobs({ knobs, onChange, isOwn }: KnobsProps & { isOwn: boolean }) {
  const isRanking = isOn(knobs, "ranker");
  return (
    <KnobSection
      control="rank"
      title="Rank"
      question="Who orders the candidates, and what did it learn from?"
      summary={isRanking ? describeRanker(knobs.ranker, knobs.labels) : "ranker off"}
    >
      <Checkbox
        label="Ranker"
        hint={isRanking ? "Scores every candidate" : "Off: candidates stay in their fused order"}
        checked={isRanking}
        onChange={(event) => onChange(withPart(knobs, "ranker", event.target.checked))}
      />
      <RankerField
        label="Model"
        rankers={SEARCH_RANKERS}
        value={knobs.ranker}
        disabled={!isRanking}
        withHint
        note={isOwn ? " Another one is trained when it is chosen." : ""}
        onChange={(ranker) => onChange({ ...knobs, ranker })}
      />
      <LabelsField
        label="Learnt from"
        value={knobs.labels}
        disabled={!isRanking || knobs.ranker === "bm25"}
        withHint
        onChange={(labels) => onChange({ ...knobs, labels })}
      />
      <Slider
        label="Rank limit"
        min={10}
        max={500}
        step={10}
        value={knobs.rankLimit}
        format={(value) => `best ${formatCount(value)} go on`}
        onChange={(rankLimit) => onChange({ ...knobs, rankLimit })}
      />
    </KnobSection>
  );
}
