import { RadioCards } from "@/components/ui/radio-cards";

export type SplitOption<Way extends string> = { way: Way; label: string; words: string };

type SplitFieldProps<Way extends string> = {
  legend: string;
  options: readonly SplitOption<Way>[];
  way: Way;
  onChange: (way: Way) => void;
};

/** How the one file there is becomes what is learnt from and what is measured on. */
export function SplitField<Way extends string>({ legend, options, way, onChange }: SplitFieldProps<Way>) {
  return (
    <div className="max-w-3xl">
      <RadioCards
        legend={legend}
        columns={2}
        value={way}
        onChange={onChange}
        options={options.map((option) => ({
          value: option.way,
          label: option.label,
          description: option.words,
        }))}
      />
    </div>
  );
}
