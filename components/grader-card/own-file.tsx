const COMMANDS = [
  [
    "npm run bench -- grade --file answers.jsonl",
    "Your own short answers: a line each with question, references, answer and gold (0 to 1). Prints correlation, error, accuracy and kappa.",
  ],
  [
    "npm run grade -- --jsonl answers.jsonl",
    "Your own answers to a case: a line each with id, case, stage and text. Prints every point with its verdict and its quote.",
  ],
  ["npm run bench -- grader-card", "This card again, as JSON. With --write it is stored for this page."],
] as const;

/** Nobody has to believe this page. */
export function OwnFile() {
  return (
    <dl className="grid max-w-3xl gap-5">
      {COMMANDS.map(([command, does]) => (
        <div key={command} className="grid gap-1.5">
          <dt className="min-w-0">
            <code className="inline-block max-w-full rounded-md bg-sunken px-3 py-1.5 font-mono text-sm break-words ring-1 ring-line ring-inset">
              {command}
            </code>
          </dt>
          <dd className="text-sm text-ink-2">{does}</dd>
        </div>
      ))}
    </dl>
  );
}
