export type FormulaLine = {
  /** What is computed. */
  name: string;
  /** The right-hand side with the present numbers. */
  expression: string;
  result: string;
};

/** Formulas with their numbers put in: the reader sees which input moves which result. */
export function FormulaLines({ lines }: { lines: readonly FormulaLine[] }) {
  return (
    <dl className="m-0 grid gap-1.5 rounded-md bg-sunken px-3 py-2.5 text-[0.8125rem] leading-6 tabular-nums">
      {lines.map((line) => (
        <div key={line.name} className="sm:flex sm:flex-wrap sm:gap-x-2">
          <dt className="text-ink-2">{line.name}</dt>
          <dd className="m-0 font-mono text-xs leading-6 break-words text-ink">
            = {line.expression} = <strong className="font-semibold">{line.result}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
