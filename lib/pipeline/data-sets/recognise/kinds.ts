/** The kinds of data set that can be imported, and the files each is made of. */

export const DATA_KINDS = ["ratings", "clicks", "ranking", "search"] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** What one file holds. */
export const FILE_CONTENTS = [
  "ratings",
  "clicks",
  "libfm",
  "judged-documents",
  "group-sizes",
  "corpus",
  "queries",
  "judgements",
  "unknown",
] as const;
export type FileContent = (typeof FILE_CONTENTS)[number];

export type RecognisedFile = {
  /** Unique among the files that were chosen. */
  readonly path: string;
  readonly content: FileContent;
  /** Why, or what stands in the way of reading it; a part of a sentence about the file. */
  readonly because: string;
};

export const FILE_ROLES = [
  "ratings",
  "train",
  "valid",
  "test",
  "train-groups",
  "test-groups",
  "corpus",
  "queries",
] as const;
export type FileRole = (typeof FILE_ROLES)[number];
/** The path of the file in each role that has one. */
export type RoleFiles = Readonly<Partial<Record<FileRole, string>>>;

export type RoleSpec = {
  readonly role: FileRole;
  readonly isRequired: boolean;
  readonly fits: readonly FileContent[];
};

const CLICKS: readonly FileContent[] = ["clicks", "libfm"];
const JUDGED: readonly FileContent[] = ["judged-documents"];
const JUDGEMENTS: readonly FileContent[] = ["judgements"];
export const ROLES_OF: Readonly<Record<DataKind, readonly RoleSpec[]>> = {
  ratings: [{ role: "ratings", isRequired: true, fits: ["ratings"] }],
  clicks: [
    { role: "train", isRequired: true, fits: CLICKS },
    { role: "valid", isRequired: false, fits: CLICKS },
    { role: "test", isRequired: false, fits: CLICKS },
  ],
  ranking: [
    { role: "train", isRequired: true, fits: JUDGED },
    { role: "test", isRequired: false, fits: JUDGED },
    { role: "train-groups", isRequired: false, fits: ["group-sizes"] },
    { role: "test-groups", isRequired: false, fits: ["group-sizes"] },
  ],
  search: [
    { role: "corpus", isRequired: true, fits: ["corpus"] },
    { role: "queries", isRequired: true, fits: ["queries"] },
    { role: "train", isRequired: false, fits: JUDGEMENTS },
    { role: "test", isRequired: true, fits: JUDGEMENTS },
  ],
};

const PART_NAMES: Partial<Record<FileRole, RegExp>> = {
  valid: /(^|[^a-z])(valid|validation|vali|val|dev)([^a-z]|$)/,
  test: /(^|[^a-z])(test|eval)([^a-z]|$)/,
  train: /(^|[^a-z])(train|training|tr)([^a-z]|$)/,
};

const namedPart = (path: string): FileRole | null => {
  const name = path.toLowerCase();
  const found = (["valid", "test", "train"] as const).find((role) => PART_NAMES[role]?.test(name));
  return found ?? null;
};

/** Group sizes belong to the file whose name they carry before their ending. */
const groupsOf = (files: readonly RecognisedFile[], owner: string | undefined) =>
  files.find(
    ({ path, content }) =>
      content === "group-sizes" && owner !== undefined && path.replace(/\.[^.]*$/, "") === owner,
  )?.path ??
  files.find(
    ({ path, content }) =>
      content === "group-sizes" && owner !== undefined && namedPart(path) === namedPart(owner),
  )?.path;

/**
 * Which file takes which role: by its content, then by its name, then the first that is left, so that a single file is
 * the one that is learnt from (of judgements: the one that is measured on).
 */
export function assignRoles(kind: DataKind, files: readonly RecognisedFile[]): RoleFiles {
  const roles: Partial<Record<FileRole, string>> = {};
  const specs = ROLES_OF[kind].filter(({ role }) => !role.endsWith("-groups"));
  const used = () => new Set(Object.values(roles));
  const free = ({ fits }: RoleSpec) =>
    files.filter(({ path, content }) => fits.includes(content) && !used().has(path));
  for (const spec of specs) {
    const named = free(spec).find(({ path }) => namedPart(path) === spec.role);
    if (named) roles[spec.role] = named.path;
  }
  for (const spec of specs) {
    if (!spec.isRequired || roles[spec.role]) continue;
    // A file that names another part is not taken for this one while there is another.
    const open = free(spec);
    const chosen = open.find(({ path }) => namedPart(path) === null) ?? open[0];
    const given = specs.find(
      ({ role, isRequired, fits }) => !isRequired && roles[role] && fits === spec.fits,
    );
    if (chosen) roles[spec.role] = chosen.path;
    else if (given) {
      roles[spec.role] = roles[given.role] as string;
      delete roles[given.role];
    }
  }
  if (kind === "ranking") {
    const [train, test] = [groupsOf(files, roles.train), groupsOf(files, roles.test)];
    if (train) roles["train-groups"] = train;
    if (test && test !== train) roles["test-groups"] = test;
  }
  return roles;
}

/** The kind that most of the files speak for; null when none can be read. */
export function kindOf(files: readonly RecognisedFile[]): DataKind | null {
  const has = (...contents: FileContent[]) => files.some(({ content }) => contents.includes(content));
  if (has("corpus", "queries")) return "search";
  if (has("judged-documents")) return "ranking";
  if (has("clicks", "libfm")) return "clicks";
  if (has("ratings", "judgements")) return "ratings";
  return null;
}
