import { Disclosure } from "@/components/ui/disclosure";
import type { Calculation } from "@/lib/content/calculations";
import type { Assumption } from "@/lib/content/schemas/case";

type Row = { name: string; value: string };

/**
 * Where the numbers of a text come from, folded above it: whoever disagrees with an assumption knows which results
 * move, and whoever cannot point at a number finds its reckoning here.
 */
export function Assumptions({
  assumes,
  calculations,
}: {
  assumes: readonly Assumption[];
  calculations: readonly Calculation[];
}) {
  if (assumes.length === 0 && calculations.length === 0) return null;
  return (
    <Disclosure
      summary={`Where the numbers come from (${assumes.length} assumed, ${calculations.length} reckoned)`}
      className="prose-assumptions"
    >
      <p>
        Assumptions were chosen so that the text can be worked out to the end; they are nobody’s figures.
        Every other number is reckoned or sourced.
      </p>
      <NumberTable head={["Assumed", "Value"]} rows={assumes} />
      <NumberTable
        head={["Reckoned", "As"]}
        rows={calculations.map(({ shown, expression }) => ({ name: shown, value: expression }))}
      />
    </Disclosure>
  );
}

function NumberTable({ head, rows }: { head: readonly [string, string]; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value }) => (
          <tr key={`${name} ${value}`}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
