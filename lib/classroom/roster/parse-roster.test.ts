import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { decodeRoster } from "./decode-roster";
import { ROSTER_MAX_ROWS } from "./limits";
import { type ParsedRoster, parseRoster } from "./parse-roster";

const ADA = { email: "ada@example.org", name: "Ada Lovelace" };

function parsed(text: string): Extract<ParsedRoster, { ok: true }> {
  const roster = parseRoster(text);
  if (!roster.ok) throw new Error(roster.message);
  return roster;
}
const people = (text: string) => parsed(text).rows.map(({ person }) => person);
const problems = (text: string) => parsed(text).rows.map(({ problems }) => problems?.join(" ") ?? null);
const refusal = (text: string) => {
  const roster = parseRoster(text);
  return roster.ok ? null : roster.message;
};

describe("columns", () => {
  test.each([
    ["plain", "email,name\nada@example.org,Ada Lovelace"],
    ["another order", "Name,Notes,E-Mail\nAda Lovelace,x,ADA@example.org"],
    ["semicolons", "Name;Email\nAda Lovelace;ada@example.org"],
    ["tabs", "Name\tEmail address\nAda Lovelace\tada@example.org"],
    ["first and last name", "Last name,First name,Email\nLovelace,Ada,ada@example.org"],
    ["a byte order mark", "\ufeffemail,name\nada@example.org,Ada Lovelace"],
    ["Excel's separator line", "sep=;\nemail;name\nada@example.org;Ada Lovelace"],
    ["quoted cells", '"email","name"\r\n"ada@example.org","Ada Lovelace"\r\n'],
    ["old Mac line ends", "email,name\rada@example.org,Ada Lovelace\r"],
    ["empty lines and rows", "\nemail,name\n\nada@example.org,Ada Lovelace\n,\n\n"],
    ["a line break within a cell", 'email,name\nada@example.org,"Ada\nLovelace"'],
  ])("are found in %s", (_, text) => {
    expect(people(text)).toEqual([ADA]);
  });

  test.each([
    [
      "Gradescope",
      "First Name,Last Name,SID,Email,Sections,Role\nAda,Lovelace,0017,ada@example.org,A,Student",
      "0017",
    ],
    [
      "Moodle",
      "First name,Surname,ID number,Email address,Groups\nAda,Lovelace,0017,ada@example.org,A",
      "0017",
    ],
    ["Canvas", "Student,ID,SIS User ID,SIS Login ID,Section\nAda Lovelace,99,0017,ada@example.org,A", "0017"],
  ])("are found as %s names them", (_, text, studentNumber) => {
    expect(people(text)).toEqual([expect.objectContaining({ ...ADA, studentNumber, section: "A" })]);
  });

  test("that mean nothing are named, and a column that is absent says nothing of a person", () => {
    const roster = parsed("email,name,Favourite colour\nada@example.org,Ada Lovelace,green");
    expect(roster.ignored).toEqual(["Favourite colour"]);
    expect(roster.rows[0]?.person).toEqual(ADA);
    expect(people("email,name,section\nada@example.org,Ada Lovelace,")).toEqual([{ ...ADA, section: null }]);
  });
});

describe("a file", () => {
  test.each([
    ["nothing", "", /nothing in it/],
    ["spaces", " \n \n", /nothing in it|No column/],
    ["a header alone", "email,name\n\n", /nobody below/],
    ["no email", "name,phone\nAda,1", /“email”/],
    ["half a name", "email,first name\nada@example.org,Ada", /“name”/],
    ["an open quote", 'email,name\nada@example.org,"Ada\nbob@example.org,Bob\n', /row 2 is not closed/],
    ["too much", `email,name\n${"x".repeat(1_000_001)}`, /larger than 1 MB/],
    ["too many", `email,name\n${"a@b.org,A\n".repeat(ROSTER_MAX_ROWS + 1)}`, /at most 10000/],
  ])("with %s is refused as a whole, with the reason", (_, text, reason) => {
    expect(refusal(text)).toMatch(reason);
  });

  test("may be in any encoding that spreadsheets write", () => {
    const text = "email;name\nzoe@example.org;Zoë Åkesson";
    const utf16 = (isLittle: boolean, mark: boolean) => {
      const bytes = new DataView(new ArrayBuffer(2 * (text.length + (mark ? 1 : 0))));
      const marked = mark ? `\ufeff${text}` : text;
      for (let at = 0; at < marked.length; at++) bytes.setUint16(2 * at, marked.charCodeAt(at), isLittle);
      return new Uint8Array(bytes.buffer);
    };
    const latin = Uint8Array.from(text, (symbol) => symbol.charCodeAt(0));
    const utf8 = new TextEncoder().encode(`\ufeff${text}`);
    for (const bytes of [
      utf8,
      latin,
      utf16(true, true),
      utf16(false, true),
      utf16(true, false),
      utf16(false, false),
    ])
      expect(people(decodeRoster(bytes))).toEqual([{ email: "zoe@example.org", name: "Zoë Åkesson" }]);
  });
});

describe("a row", () => {
  const nameRow = (name: string) =>
    Papa.unparse([
      ["email", "name"],
      ["ada@example.org", name],
    ]);

  test.each([
    '=HYPERLINK("http://evil.example")',
    "+1",
    "@SUM(A1)",
    "-2+3",
    "|calc",
    "%00",
    "＝1",
    "\t=1",
    " =1+1",
  ])("whose name is the formula %j is a problem", (name) => {
    expect(problems(nameRow(name))).toEqual([expect.stringMatching(/as a formula does/)]);
  });

  test.each(["Ada\u0000", "Ada\u0007Bell", "Ada \u202egnp.exe", "\u001b[31mAda", "\u0085Ada\u009f"])(
    "whose name hides characters (%j) is a problem",
    (name) => {
      expect(problems(nameRow(name))).toEqual([expect.stringMatching(/cannot be seen/)]);
    },
  );

  test.each([
    ["O'Brien-Smith, Seán", "O'Brien-Smith, Seán"],
    ["'t Hooft", "'t Hooft"],
    ["\u00a0李 小龍\u3000", "李 小龍"],
    ["Ada\u200b Love\u00adlace", "Ada Lovelace"],
    ["Zoe\u0308", "Zoë"],
    ['Robert "Bob" <b>', 'Robert "Bob" <b>'],
  ])("keeps the name %j as text", (given, name) => {
    expect(people(nameRow(given))).toEqual([{ email: "ada@example.org", name }]);
  });

  test.each([
    "",
    "ada",
    "ada@",
    "@example.org",
    "ada@@example.org",
    "a b@example.org",
    "ada@localhost",
    "guest@guest.invalid",
    "аda＠example.org",
  ])("with the email %j is a problem", (email) => {
    expect(
      problems(
        Papa.unparse([
          ["email", "name"],
          [email, "Ada"],
        ]),
      )[0],
    ).toBeTruthy();
  });

  test("keeps the zeros of a student number that a spreadsheet wrote as text", () => {
    const text =
      'email,name,student id\nada@example.org,Ada Lovelace,="00123"\nbob@example.org,Bob,"=""00124"""';
    expect(people(text).map((person) => person?.studentNumber)).toEqual(["00123", "00124"]);
  });

  test("takes students and assistants, and no instructors", () => {
    const row = (role: string) => `email,name,role\nada@example.org,Ada,${role}`;
    expect(["", "Student", "learner"].map((role) => people(row(role))[0]?.role)).toEqual(
      Array(3).fill("student"),
    );
    expect(["TA", "Assistant", "grader"].map((role) => people(row(role))[0]?.role)).toEqual(
      Array(3).fill("assistant"),
    );
    expect(problems(row("Instructor"))[0]).toMatch(/makes no instructors/);
    expect(problems(row("admin"))[0]).toMatch(/makes no instructors/);
    expect(problems(row("wizard"))[0]).toMatch(/no role/);
  });

  test("with a dash for nothing has nothing there", () => {
    expect(people("email,name,section\nada@example.org,Ada,-")[0]?.section).toBeNull();
  });

  test("says all that is wrong with its cells, by the row's number in a spreadsheet", () => {
    const roster = parsed("email,name,section\n\nada@example.org,=1,+2");
    expect(roster.rows).toMatchObject([
      { row: 3, person: null, problems: [/name/, /section/].map((each) => expect.stringMatching(each)) },
    ]);
  });
});

test("whatever is in a file, nothing is thrown, no row is lost, and who is let through is clean", () => {
  const anything = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(anything, (text) => {
      const roster = parseRoster(`email,name,section\n${text}`);
      if (!roster.ok) return;
      for (const { person } of roster.rows) {
        if (!person) continue;
        for (const cell of [person.email, person.name, person.section ?? ""])
          expect(cell).not.toMatch(/^[=+\-@|%]|\p{Cc}/u);
      }
    }),
    { numRuns: 500 },
  );
});

test("what is written with any separator and quoting is read back", () => {
  const word = fc.stringMatching(/^[A-Za-z][A-Za-z ,;"'.]{0,20}[a-z]$/);
  const rows = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(",", ";", "\t"),
      fc.boolean(),
      fc.constantFrom("\n", "\r\n"),
      (pairs, delimiter, quotes, newline) => {
        const cells = pairs.map(([name, section], at) => [`p${at}@example.org`, name, section]);
        const text = Papa.unparse([["email", "name", "section"], ...cells], { delimiter, quotes, newline });
        const clean = (cell = "") => cell.replace(/ +/g, " ").trim();
        expect(people(text)).toEqual(
          cells.map(([email, name, section]) => ({ email, name: clean(name), section: clean(section) })),
        );
      },
    ),
  );
});

test("bytes of any kind are decoded without a throw", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseRoster(decodeRoster(bytes))));
});
