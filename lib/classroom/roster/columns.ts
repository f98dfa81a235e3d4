/**
 * Which column of a file holds what, by its header and in any order. The names are those of the exports that instructors
 * have at hand: Canvas (Student, SIS User ID, SIS Login ID, Section), Moodle (First name, Surname, ID number, Email
 * address, Groups), Gradescope (First Name, Last Name, Email, SID, Sections, Role), and plain spreadsheets.
 */
export const ROSTER_COLUMNS = [
  "email",
  "name",
  "firstName",
  "lastName",
  "studentNumber",
  "section",
  "role",
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** Normalised: lower case, letters and digits alone. The more exact name comes first and wins. */
const HEADERS: Record<RosterColumn, readonly string[]> = {
  email: [
    "email",
    "emailaddress",
    "mail",
    "mailaddress",
    "studentemail",
    "useremail",
    "emailid",
    "sisloginid",
  ],
  name: ["name", "fullname", "studentname", "displayname", "student", "participant"],
  firstName: ["firstname", "givenname", "givennames", "forename", "first"],
  lastName: ["lastname", "surname", "familyname", "last"],
  studentNumber: [
    ...["studentnumber", "studentno", "studentid", "sid", "sisuserid", "idnumber", "matriculationnumber"],
    ...["matrikelnummer", "universityid", "orgdefinedid", "number", "id"],
  ],
  section: ["section", "sections", "group", "groups", "sectionname", "tutorial", "lab"],
  role: ["role", "roles", "type"],
};

export const ROSTER_COLUMN_WORDS: Record<RosterColumn, string> = {
  email: "email",
  name: "name",
  firstName: "first name",
  lastName: "last name",
  studentNumber: "student number",
  section: "section",
  role: "role",
};

const normalise = (header: string): string =>
  header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

export type ColumnPlaces = {
  places: Partial<Record<RosterColumn, number>>;
  /** Headers that mean nothing here; said to the person, so that a misspelt one is seen. */
  ignored: string[];
};

export function findColumns(header: readonly string[]): ColumnPlaces {
  const names = header.map(normalise);
  const places: Partial<Record<RosterColumn, number>> = {};
  for (const column of ROSTER_COLUMNS) {
    const place = HEADERS[column].map((name) => names.indexOf(name)).find((at) => at >= 0);
    if (place !== undefined) places[column] = place;
  }
  // A name in one piece is the file's own; first and last name are put together only without it.
  if (places.name !== undefined) {
    delete places.firstName;
    delete places.lastName;
  }
  const used = new Set(Object.values(places));
  return { places, ignored: header.filter((name, at) => !used.has(at) && name.trim() !== "") };
}
