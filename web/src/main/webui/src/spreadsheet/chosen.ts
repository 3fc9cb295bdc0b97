/** The largest file that the service takes, in bytes. */
export const MOST_BYTES = 1024 * 1024;

/** What spreadsheets keep their own files as, which is not CSV. */
const SPREADSHEETS = /\.(xlsx?|xlsm|ods|numbers)$/i;

/** A file that was chosen, as it was when it was chosen. */
export interface Chosen {
  name: string;
  content: ArrayBuffer;
  /** Importing it twice, after a lost answer, is importing it once. */
  key: string;
}

/** Why a file is not even sent; nothing where it may be. */
export function wrongWith({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (SPREADSHEETS.test(name)) {
    return `${name} is not a CSV file. In your spreadsheet, save a copy as CSV (UTF-8) and choose that.`;
  }
  if (size === 0) {
    return `${name} is empty.`;
  }
  if (size > MOST_BYTES) {
    return `${name} has ${(size / MOST_BYTES).toFixed(1)} MB, and at most 1 MB can be imported at once. Split it, and import the parts one after the other.`;
  }
  return undefined;
}

/** Reads a file once, so that what is imported is what was looked at. */
export async function choose(file: File): Promise<Chosen> {
  return { name: file.name, content: await file.arrayBuffer(), key: crypto.randomUUID() };
}
