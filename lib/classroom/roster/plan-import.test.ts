import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRoster, type RosterPerson } from "./parse-roster";
import { countFates, type ImportPlan, planImport, type RosterEntry } from "./plan-import";

const entry = (name: string, more: Partial<RosterEntry> = {}): RosterEntry => ({
  entryId: `id-${name}`,
  email: `${name}@example.org`,
  name,
  studentNumber: null,
  section: null,
  role: "student",
  ...more,
});

function plan(text: string, current: RosterEntry[]): ImportPlan {
  const roster = parseRoster(text);
  if (!roster.ok) throw new Error(roster.message);
  return planImport(roster.rows, current);
}

/** What the database does with a plan. */
function carriedOut({ rows }: ImportPlan, current: readonly RosterEntry[]): RosterEntry[] {
  const merged = (old: RosterEntry, person: RosterPerson): RosterEntry => ({ ...old, ...person });
  const after = current.map((each) => {
    const row = rows.find(({ fate }) => fate.kind === "changed" && fate.entryId === each.entryId);
    return row?.fate.kind === "changed" ? merged(each, row.fate.person) : each;
  });
  const added = rows.flatMap(({ fate }) =>
    fate.kind === "new" ? [merged(entry("x", { entryId: `id-${fate.person.email}` }), fate.person)] : [],
  );
  return [...after, ...added];
}

describe("a plan", () => {
  test("says of each row what becomes of it", () => {
    const current = [entry("ada"), entry("bob", { section: "A" }), entry("eve")];
    const text = [
      "email,name,section",
      "ada@example.org,ada,",
      "bob@example.org,Robert,B",
      "carl@example.org,Carl,A",
      "CARL@example.org,Carl again,A",
      "nobody,Nemo,A",
    ].join("\n");
    const { rows, absent } = plan(text, current);
    expect(rows.map(({ row, fate }) => [row, fate.kind])).toEqual([
      [2, "unchanged"],
      [3, "changed"],
      [4, "new"],
      [5, "duplicate"],
      [6, "problem"],
    ]);
    expect(rows[1]?.fate).toMatchObject({
      changes: [
        { field: "name", before: "bob", after: "Robert" },
        { field: "section", before: "A", after: "B" },
      ],
    });
    expect(rows[3]?.fate).toEqual({ kind: "duplicate", of: 4 });
    expect(absent.map(({ name }) => name)).toEqual(["eve"]);
  });

  test("does not touch what the file has no column for", () => {
    const current = [entry("ada", { section: "A", studentNumber: "7", role: "assistant" })];
    expect(plan("email,name\nada@example.org,ada", current).rows[0]?.fate.kind).toBe("unchanged");
  });

  test("does not call absent who stands in a row with a problem", () => {
    const { rows, absent } = plan("email,name,section\nada@example.org,ada,=1", [entry("ada")]);
    expect(rows[0]?.fate.kind).toBe("problem");
    expect(absent).toEqual([]);
  });

  test("takes a student number that two rows claim for a problem of the second", () => {
    const text = "email,name,sid\na@example.org,A,7\nb@example.org,B,7";
    expect(plan(text, []).rows.map(({ fate }) => fate.kind)).toEqual(["new", "problem"]);
  });
});

test("carried out, a plan leaves nothing to do for the same file", () => {
  const name = fc.constantFrom("ada", "bob", "carl", "dora", "Ada B");
  const person = fc.record({
    email: fc.constantFrom("a@example.org", "B@example.org", "b@example.org", "c@example.org", "nobody"),
    name: fc.oneof(name, fc.constant("")),
    sid: fc.constantFrom("", "1", "2", "3"),
    section: fc.constantFrom("", "A", "B", "=1"),
    role: fc.constantFrom("", "student", "ta", "instructor"),
  });
  const start = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 12 }), start, (people, names) => {
      const text = ["email,name,sid,section,role", ...people.map((row) => Object.values(row).join(","))].join(
        "\n",
      );
      const current = names.map((each) => entry(each));
      const first = plan(text, current);
      const second = plan(text, carriedOut(first, current));
      expect(countFates(second.rows)).toMatchObject({ new: 0, changed: 0 });
      expect(countFates(second.rows).problem).toBe(countFates(first.rows).problem);
      expect(second.absent.map(({ email }) => email)).toEqual(first.absent.map(({ email }) => email));
      expect(first.rows).toHaveLength(people.length);
    }),
  );
});
