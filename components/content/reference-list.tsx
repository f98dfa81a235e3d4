import Link from "next/link";

const REFERENCES = [
  {
    path: "/cheatsheet",
    title: "Cheat sheet",
    summary: "What to do in each stage, and the formulas that must be right. Two sides of A4.",
  },
  {
    path: "/estimation",
    title: "Estimation sheet",
    summary: "Ten assumptions in, requests, scores, memory and machines out.",
  },
  { path: "/glossary", title: "Glossary", summary: "The words of the field as they are used here." },
];

/** Pages that are looked up rather than read. */
export function ReferenceList() {
  return (
    <section className="mt-14 max-w-3xl">
      <h2 className="text-xl font-semibold">To look up</h2>
      <ul className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {REFERENCES.map(({ path, title, summary }) => (
          <li key={path}>
            <Link href={path} className="font-semibold">
              {title}
            </Link>
            <p className="mt-1 text-sm text-ink-2">{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
