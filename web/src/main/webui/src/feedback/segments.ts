interface Statement {
  start: number;
  end: number;
  themes: readonly unknown[];
}

/** A stretch of comments; with the index of the statement that was read in it, where one was. */
export interface Segment {
  text: string;
  statement?: number;
}

/** The statements that are about anything, in the order of the text; of two that overlap, the first. */
export function telling<S extends Statement>(statements: readonly S[], length: number): S[] {
  let end = 0;
  return [...statements]
    .sort((a, b) => a.start - b.start)
    .filter((one) => {
      const fits = one.themes.length > 0 && one.start >= end && one.end > one.start && one.end <= length;
      end = fits ? one.end : end;
      return fits;
    });
}

/** Cuts comments at the statements that `telling` gives. */
export function segments(comments: string, statements: readonly Statement[]): Segment[] {
  const cut: Segment[] = [];
  let at = 0;
  statements.forEach(({ start, end }, statement) => {
    if (start > at) {
      cut.push({ text: comments.slice(at, start) });
    }
    cut.push({ text: comments.slice(start, end), statement });
    at = end;
  });
  if (at < comments.length) {
    cut.push({ text: comments.slice(at) });
  }
  return cut;
}
