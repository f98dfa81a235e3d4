type LogWhatProps = {
  words: string;
  /** Whom or what it was done to. */
  about: string;
  changes: readonly string[];
};

/** What an entry of the log says: what was done, to what, and each change on a line. */
export function LogWhat({ words, about, changes }: LogWhatProps) {
  return (
    <div className="grid grid-cols-1 gap-0.5">
      <span className="wrap-anywhere">
        {words}
        {about && <span className="text-ink-2">: {about}</span>}
      </span>
      {changes.length > 0 && (
        <ul className="text-ink-2">
          {changes.map((change) => (
            <li key={change} className="wrap-anywhere">
              {change}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
