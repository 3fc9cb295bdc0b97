/** Loads the page anew, at another address where one is given: what could not be loaded once, a browser may not ask for again before. */
export function loadAnew(address?: string): void {
  if (address === undefined) {
    window.location.reload();
  } else {
    window.location.assign(address);
  }
}
