interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML: (text: string) => string }): unknown;
}

/**
 * This origin lets nothing be written into a page as HTML. The component library writes style sheets that way, so text
 * without any tag is let through, and all other text is refused, whoever writes it.
 */
export function allowStyleSheetsOnly(): void {
  const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  types?.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) {
        throw new TypeError('Nothing is written into a page as HTML here.');
      }
      return text;
    },
  });
}
