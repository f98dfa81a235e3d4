import { LENGTH_OPTIONS, LEVEL_OPTIONS, MODE_OPTIONS } from "@/components/interview/start/setup-options";
import { Field } from "@/components/ui/field";
import { TextArea, TextInput } from "@/components/ui/inputs";
import { RadioCards } from "@/components/ui/radio-cards";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { CheckList } from "./check-list";
import { FormSection } from "./form-section";
import type { SectionProps } from "./section-props";

export type CaseOption = { slug: string; title: string };

/** An empty list of stages means all of them; the last one cannot be taken away. */
function StagesField({ input, set, errorOf, isFrozen }: SectionProps) {
  const chosen = input.stages.length === 0 ? STAGES : input.stages;
  return (
    <CheckList
      legend="Stages that count"
      hint="Only points of these make the grade. Take away what you have not taught yet."
      error={errorOf("stages")}
      disabled={isFrozen}
      options={STAGES.map((stage) => ({ value: stage, label: STAGE_INFO[stage].title }))}
      chosen={chosen}
      onChange={(stages) => stages.length > 0 && set("stages", stages.length === STAGES.length ? [] : stages)}
    />
  );
}

function SetupFields({ input, set, isFrozen }: SectionProps) {
  const kept = <T extends { value: string }>(options: readonly T[], value: string) =>
    options.map((option) => ({ ...option, disabled: isFrozen && option.value !== value }));
  return (
    <>
      <RadioCards
        legend="Mode"
        columns={2}
        options={kept(MODE_OPTIONS, input.mode)}
        value={input.mode as "coach"}
        onChange={(mode) => set("mode", mode)}
      />
      <RadioCards
        legend="Level to be measured against"
        options={kept(LEVEL_OPTIONS, input.level)}
        value={input.level as "senior"}
        onChange={(level) => set("level", level)}
      />
      <RadioCards
        legend="Length"
        options={kept(LENGTH_OPTIONS, String(input.lengthMinutes))}
        value={String(input.lengthMinutes) as "45"}
        onChange={(length) => set("lengthMinutes", Number(length))}
      />
    </>
  );
}

/** What interview it is. */
export function WhatSection({ cases, ...props }: SectionProps & { cases: readonly CaseOption[] }) {
  const { input, set, errorOf, isFrozen } = props;
  return (
    <FormSection
      title="What"
      lead={
        isFrozen
          ? "Somebody has started: cases, mode, level, length and stages stay as they are, so that all take the same interview."
          : "Cases, mode, level, length and stages can change until the first student starts."
      }
    >
      <Field label="Title" error={errorOf("title")} required>
        {(control) => (
          <TextInput
            {...control}
            maxLength={120}
            autoComplete="off"
            value={input.title}
            onChange={({ target }) => set("title", target.value)}
          />
        )}
      </Field>
      <Field
        label="Instructions"
        hint="Markdown. Students read it before they start, with the dates and rules beside it."
        error={errorOf("instructions")}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={6}
            maxLength={8_000}
            value={input.instructions}
            onChange={({ target }) => set("instructions", target.value)}
          />
        )}
      </Field>
      <CheckList
        legend="Cases"
        hint="Of several, each student takes one of their choice."
        error={errorOf("caseSlugs")}
        disabled={isFrozen}
        options={cases.map(({ slug, title }) => ({ value: slug, label: title }))}
        chosen={input.caseSlugs}
        onChange={(slugs) => set("caseSlugs", slugs)}
      />
      <SetupFields {...props} />
      <StagesField {...props} />
    </FormSection>
  );
}
