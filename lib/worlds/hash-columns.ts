/** A fingerprint of what is observed of a world: trained weights carry it, so that they are not used on another one. */

/** FNV-1a over the bytes of all columns, in the order given, as hex. */
export function hashColumns(columns: Iterable<ArrayBufferView>): string {
  let hash = 0x811c9dc5;
  for (const { buffer, byteOffset, byteLength } of columns)
    for (const byte of new Uint8Array(buffer, byteOffset, byteLength))
      hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** The columns among the values of each table, in the order of their declaration. */
export const columnsOf = (tables: readonly object[]): ArrayBufferView[] =>
  tables.flatMap((table) => Object.values(table).filter((value) => ArrayBuffer.isView(value)));
