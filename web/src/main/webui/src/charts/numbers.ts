/** A share in words: 0.416 is 42%. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A mean with at most one digit after the point. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
}

/** A number with its noun: 1 rejection, 2 rejections. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
