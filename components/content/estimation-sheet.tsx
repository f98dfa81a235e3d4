"use client";

import { useState } from "react";
import { ChoiceField } from "@/components/content/figures/choice-field";
import { QuantityField } from "@/components/content/figures/quantity-field";
import { Table } from "@/components/ui/table";
import { EXAMPLE_SCALES, LOADS, SCALE_INPUTS, type Scale } from "@/lib/framework/scale";

const [FIRST] = EXAMPLE_SCALES;

/** Ten assumptions with sliders, and every load that follows; three examples to start from. */
export function EstimationSheet() {
  const [scale, setScale] = useState<Scale>(FIRST?.scale as Scale);
  const chosen = EXAMPLE_SCALES.find((example) => example.scale === scale)?.id ?? null;
  return (
    <div className="grid gap-8 lg:grid-cols-[22rem_minmax(0,1fr)]">
      <section aria-label="Assumptions" className="grid content-start gap-3">
        <ChoiceField
          legend="Start from"
          options={EXAMPLE_SCALES.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={(id) => setScale(EXAMPLE_SCALES.find((example) => example.id === id)?.scale ?? scale)}
        />
        {SCALE_INPUTS.map(({ key, name, unit, min, max }) => (
          <QuantityField
            key={key}
            label={name}
            {...(unit && { unit })}
            scale="log"
            min={min}
            max={max}
            value={scale[key]}
            onChange={(value) => setScale((current) => ({ ...current, [key]: value }))}
          />
        ))}
      </section>
      <Table
        caption="What follows from the assumptions, and from those of the three examples"
        rows={LOADS}
        rowKey={(load) => load.id}
        columns={[
          { key: "name", header: "Load", rowHeader: true, cell: (load) => load.name },
          {
            key: "formula",
            header: "Formula",
            cell: (load) => <span className="text-ink-2">{load.formula}</span>,
          },
          {
            key: "yours",
            header: "Yours",
            numeric: true,
            cell: (load) => <strong className="font-semibold">{load.show(scale)}</strong>,
          },
          ...EXAMPLE_SCALES.map(({ id, name, scale: example }) => ({
            key: id,
            header: name,
            numeric: true,
            className: "text-ink-2",
            cell: (load: (typeof LOADS)[number]) => load.show(example),
          })),
        ]}
      />
    </div>
  );
}
