import { Disclosure } from "@/components/ui/disclosure";
import type { Assumption } from "@/lib/content/schemas/case";

/** The numbers that a text assumes, folded above it: whoever disagrees with one knows which results move. */
export function Assumptions({ assumes }: { assumes: readonly Assumption[] }) {
  if (assumes.length === 0) return null;
  return (
    <Disclosure summary={`Numbers assumed here (${assumes.length})`} className="prose-assumptions">
      <p>
        Chosen for this text so that it can be worked out to the end. They are nobody’s figures; every other
        number is sourced or reckoned.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Assumed</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {assumes.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
