const COMMANDS = [
  ["npm run up", "Installs, prepares an embedded PostgreSQL, builds, serves and prints the address."],
  [
    "npm run verify",
    "Runs every check that the project has: units, database, browser journeys, accessibility.",
  ],
] as const;

/** Two commands and what they do. */
export function HostCommands() {
  return (
    <dl className="grid gap-4">
      {COMMANDS.map(([command, does]) => (
        <div key={command} className="grid items-baseline gap-x-6 gap-y-1 sm:grid-cols-[13rem_minmax(0,1fr)]">
          <dt>
            <code className="rounded-md bg-sunken px-3 py-1.5 font-mono text-sm ring-1 ring-line ring-inset">
              {command}
            </code>
          </dt>
          <dd className="text-sm text-ink-2">{does}</dd>
        </div>
      ))}
    </dl>
  );
}
